import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Synchronization
import Testing

@testable import AutogenRevisions

/// Locks that somebody else holds: who waits for one gives way, and in the end says whose it is.
@Suite struct LockHolderTests {
    @Test func theHolderIsNamed() async throws {
        try await withPostgres { url in
            let holder = try await PostgresConnection.open(url)
            let connection = try await PostgresConnection.open(url)
            try await holder.execute("SET application_name = 'web shop'; CREATE TABLE a (id int)")
            try await holder.execute("BEGIN")
            _ = try await holder.query("SELECT 1 AS mine FROM a")
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: "ALTER TABLE a ADD more int;")
            ])
            var migrator = Migrator(connection: connection, graph: graph)
            migrator.settings.patience = .seconds(5)
            migrator.opensAnother = { try await PostgresConnection.open(url) }
            let told = Mutex<[String]>([])
            migrator.onEvent = { event in
                if case .retrying(_, _, _, let holders) = event { told.withLock { $0 += holders } }
            }
            let ready = migrator
            await #expect {
                try await ready.upgrade(to: RevisionReference("head"))
            } throws: { error in
                let text = "\(error)"
                return text.contains("held by process") && text.contains("web shop")
                    && text.contains("old and idle, after: SELECT 1 AS mine FROM a")
            }
            #expect(told.withLock { $0.contains { $0.contains("web shop") } })
            try await holder.execute("COMMIT")
            #expect(try await ready.upgrade(to: RevisionReference("head")).count == 1)
            await holder.close()
            await connection.close()
        }
    }

    /// Whoever comes behind a statement that waits for a lock waits no longer than that does.
    @Test func othersAreLetThroughMeanwhile() async throws {
        try await withPostgres { url in
            let holder = try await PostgresConnection.open(url)
            let connection = try await PostgresConnection.open(url)
            let client = try await PostgresConnection.open(url)
            try await holder.execute("CREATE TABLE a (id int); CREATE TABLE b (id int)")
            try await holder.execute("BEGIN")
            _ = try await holder.query("SELECT 1 FROM b")
            let graph = try RevisionGraph([
                script(
                    "a", dialect: "postgresql", upgrade: "ALTER TABLE a ADD more int; ALTER TABLE b ADD more int;")
            ])
            var migrator = Migrator(connection: connection, graph: graph)
            migrator.settings.patience = .seconds(20)
            let ready = migrator
            let upgrade = Task { try await ready.upgrade(to: RevisionReference("head")) }
            var slowest = Duration.zero
            for _ in 0..<150 {
                let start = ContinuousClock.now
                _ = try await client.query("SELECT 1 FROM a, b")
                slowest = max(slowest, ContinuousClock.now - start)
                try await Task.sleep(for: .milliseconds(10))
            }
            try await holder.execute("COMMIT")
            #expect(try await upgrade.value.count == 1)
            #expect(slowest < .milliseconds(600), "\(slowest)")
            for connection in [holder, connection, client] { await connection.close() }
        }
    }

    /// What lets others work waits for as long as it must, whatever limits the role has.
    @Test func limitsOfTheRoleDoNotCutWhatLetsOthersWork() async throws {
        try await withPostgres { url in
            let holder = try await PostgresConnection.open(url)
            let connection = try await PostgresConnection.open(url)
            try await holder.execute(
                "CREATE TABLE a (id int); INSERT INTO a SELECT generate_series(1, 1000); ALTER TABLE a ADD CONSTRAINT c CHECK (id > 0) NOT VALID"
            )
            try await connection.execute("SET statement_timeout = 200; SET lock_timeout = 100")
            try await holder.execute("BEGIN")
            try await holder.execute("INSERT INTO a VALUES (1)")
            let graph = try RevisionGraph([
                script(
                    "a", dialect: "postgresql", transaction: "no",
                    upgrade: "CREATE INDEX CONCURRENTLY i ON a (id);\nALTER TABLE a VALIDATE CONSTRAINT c;")
            ])
            let migrator = Migrator(connection: connection, graph: graph)
            let upgrade = Task { try await migrator.upgrade(to: RevisionReference("head")) }
            try await Task.sleep(for: .milliseconds(900))
            try await holder.execute("COMMIT")
            #expect(try await upgrade.value.count == 1)
            #expect(try await connection.query("SHOW statement_timeout").first?.string("statement_timeout") == "200ms")
            #expect(try await connection.query("SELECT 1 FROM pg_index WHERE NOT indisvalid").isEmpty)
            await holder.close()
            await connection.close()
        }
    }
}
