import AutogenConnection
import AutogenPlan
import AutogenPostgresConnection
import AutogenSchema
import TestSupport
import Testing

@testable import AutogenRevisions

/// What is stated of statements that commit by themselves is what somebody sees who looks on while they wait for a
/// transaction with an old snapshot.
@Suite struct CommittingStatementTests {
    @Test(arguments: [
        "CREATE INDEX CONCURRENTLY i ON lab.people (note)",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON lab.people (note)",
        "DROP INDEX CONCURRENTLY lab.people_name",
        "REINDEX INDEX CONCURRENTLY lab.people_name",
        "REINDEX TABLE CONCURRENTLY lab.people",
        "ALTER TABLE lab.visits DETACH PARTITION lab.visits_2025 CONCURRENTLY",
        "VACUUM lab.people",
        "VACUUM (ANALYZE) lab.people",
        "VACUUM FULL lab.people",
    ])
    func takesWhatIsSeen(_ text: String) async throws {
        let stated = try await TestServer.with(MeasuredStatements.setup) { connection in
            let statement = try #require(ScriptStatement.all(in: text, .postgresql, firstLine: 1).first)
            #expect(PostgresEngine().mustStandAlone(statement))
            return try await #require(CommittingStatement(statement)).uses(on: connection)
        }
        let seen = try await TestServer.with(MeasuredStatements.setup) { worker in
            let row = try #require(
                try await worker.query("SELECT current_database() AS name, pg_backend_pid() AS pid").first)
            let url = try TestServer.url().replacing(database: row.string("name"))
            let reader = try await PostgresConnection.open(url)
            let observer = try await PostgresConnection.open(url)
            // Its snapshot is older than what the statement does, and its locks are a client's.
            try await reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM lab.people, lab.visits_2025")
            // It would wait for nobody.
            if text.hasPrefix("VACUUM") { try await reader.execute("LOCK TABLE lab.people IN SHARE MODE") }
            async let ran: Void = worker.execute(SQL(raw: text))
            var seen: [String: LockMode] = [:]
            for look in 0..<60 {
                for (table, mode) in try await Self.locks(of: row.int("pid"), observer) {
                    seen[table] = max(mode, seen[table] ?? mode)
                }
                if look == 30 { try await reader.execute("COMMIT") }
                try await Task.sleep(for: .milliseconds(20))
            }
            try await ran
            await reader.close()
            await observer.close()
            return seen
        }
        #expect(Dictionary(uniqueKeysWithValues: stated.map { ($0.relation.name, $0.lock) }) == seen)
    }

    /// The strongest lock that a session has, or waits for, on each table; of the tables that indexes are of.
    private static func locks(of pid: Int, _ observer: any Connection) async throws -> [(String, LockMode)] {
        let rows = try await observer.query(
            """
            SELECT c.oid::regclass::text AS name, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            WHERE l.pid = \(raw: "\(pid)") AND l.locktype = 'relation' AND c.relkind IN ('r', 'p', 'm')
                AND c.relnamespace = 'lab'::regnamespace
            """)
        return try rows.compactMap { row in
            let mode = try row.string("mode")
            let found = LockMode.allCases.first {
                $0.rawValue.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined() + "Lock"
                    == mode
            }
            return try found.map { (try row.string("name"), $0) }
        }
    }
}
