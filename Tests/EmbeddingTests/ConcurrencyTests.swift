import Autogen
import AutogenConnection
import AutogenDrivers
import AutogenPostgresConnection
import AutogenRevisions
import AutogenSchema
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
    /// Two projects on two engines, at the same time in one process.
    @Test func upgradesTwoDatabasesAtOnce() async throws {
        let folders = try Dialect.allCases.map { dialect in
            let folder = try ProjectFolder()
            for number in 1...5 { try folder.revise(number, dialect, up: "CREATE TABLE t\(number) (id integer);") }
            return (dialect, folder)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (dialect, folder) in folders { group.addTask { try await upgrade(dialect, folder) } }
            try await group.waitForAll()
        }
    }

    private func upgrade(_ dialect: Dialect, _ folder: ProjectFolder) async throws {
        try await withDatabase(dialect) { connection in
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            let applied = try await autogen.upgrade()
            let state = try await autogen.current()
            #expect(applied.count == 5)
            #expect(state.heads.map(\.text) == ["000000000005"])
        }
    }

    /// Cancelling stops the statement on the server, takes the revision back and leaves the connection usable.
    @Test func cancellationReachesTheServer() async throws {
        let folder = try ProjectFolder()
        try folder.revise(1, .postgresql, up: "CREATE TABLE a (id integer);\nSELECT pg_sleep(60);")
        try await TestServer.with("") { connection in
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            let migration = autogen.events { try await $0.upgrade() }
            for await event in migration {
                if case .migration(.statement(_, _, 2, _, _)) = event { migration.cancel() }
            }
            await #expect(throws: CancellationError.self) { try await migration.result }
            let gone = try await connection.query("SELECT to_regclass('public.a') IS NULL AS gone")
            #expect(try gone.first?.bool("gone") == true)
            #expect(try await !connection.isInTransaction())
            let sleeping: SQL = """
                SELECT count(*) AS n FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'
                """
            #expect(try await connection.query(sleeping).first?.int("n") == 0)
        }
    }
}
