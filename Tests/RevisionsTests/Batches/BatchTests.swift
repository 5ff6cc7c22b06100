import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Synchronization
import Testing

@testable import AutogenRevisions

/// Statements that take their rows in batches, on a table that says which transaction has changed a row.
@Suite struct BatchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// The columns of the table beside `n`, a number from 1 to 100, and `done`.
        let table: String
        let sql: String
        /// What a row has besides, of its number `g`: the columns in front of `n`, and their values.
        var key = (columns: "id, ", values: "g * 3, ")
        var changed = "done = 'yes'"
        var count = 100
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a number", table: "id int PRIMARY KEY",
            sql: "-- autogen:batch key=id size=7\nUPDATE t SET done = 'yes'"),
        Case(
            name: "a condition", table: "id int PRIMARY KEY",
            sql: "-- autogen:batch key=id size=7\nUPDATE t SET done = 'yes' WHERE n > 50 OR n < 11", count: 60),
        Case(
            name: "another name", table: "id int PRIMARY KEY",
            sql:
                "-- autogen:batch key=id size=7\nUPDATE ONLY t AS \"T 1\" SET done = 'yes' WHERE \"T 1\".n > 0 -- all\n"
        ),
        Case(
            name: "rows of other tables", table: "id int PRIMARY KEY",
            sql: """
                -- autogen:batch key=id size=7
                UPDATE public.t a SET done = (SELECT 'yes' WHERE a.n > 0) FROM generate_series(1, 100) g WHERE g = a.n
                RETURNING (SELECT 1 WHERE true)
                """),
        Case(
            name: "several columns", table: "a int, b text COLLATE \"C\", PRIMARY KEY (b, a)",
            sql: "-- autogen:batch key=b,a size=3\nUPDATE t SET done = 'yes'", key: ("b, a, ", "'x' || g % 7, g, ")),
        Case(
            name: "uuid", table: "id uuid PRIMARY KEY DEFAULT gen_random_uuid()",
            sql: "-- autogen:batch key=id size=9\nUPDATE t SET done = 'yes'", key: ("", "")),
        Case(
            name: "times", table: "id timestamptz PRIMARY KEY",
            sql: "-- autogen:batch key=id size=9\nUPDATE t SET done = 'yes'",
            key: ("id, ", "now() + g * interval '1 us', ")),
        Case(
            name: "no key", table: "wide text DEFAULT repeat('x', 1000)",
            sql: "-- autogen:batch key=ctid size=10\nUPDATE t SET done = 'yes' WHERE done IS NULL", key: ("", "")),
        Case(
            name: "no key, and a condition that stays true", table: "wide text DEFAULT repeat('x', 1000)",
            sql: "-- autogen:batch key=ctid size=10\nUPDATE t SET done = 'yes' WHERE n > 50", key: ("", ""), count: 50),
        Case(
            name: "deletion", table: "id int PRIMARY KEY",
            sql: "-- autogen:batch key=id size=7\nDELETE FROM t WHERE n % 2 = 0", changed: "n % 2 = 1", count: 50),
    ]

    @Test(arguments: cases) func changesEachRow(_ batch: Case) async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            try await fill(batch, connection)
            let graph = try RevisionGraph([script("a", dialect: "postgresql", upgrade: batch.sql + ";")])
            let batches = Mutex(0)
            var migrator = Migrator(connection: connection, graph: graph)
            migrator.onEvent = { if case .batch = $0 { batches.withLock { $0 += 1 } } }
            try await migrator.upgrade(to: RevisionReference("head"))
            let changed = try await connection.query("SELECT 1 FROM t WHERE \(raw: batch.changed)").count
            #expect(changed == batch.count)
            #expect(batches.withLock { $0 } > 1)
            // Each batch is a transaction.
            let transactions = try await connection.query("SELECT DISTINCT xmin::text FROM t WHERE done = 'yes'").count
            #expect(batch.sql.contains("DELETE") || transactions > 1)
            #expect(try await migrator.state().heads == [id("a")])
            await connection.close()
        }
    }

    /// What was changed is not changed again by who goes on.
    @Test(arguments: [cases[0], cases[4], cases[7]]) func goesOnWhereItWasLeft(_ batch: Case) async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            try await fill(batch, connection)
            let sql = batch.sql.replacing("'yes'", with: "coalesce(done, '') || 'yes'")
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: "CREATE TABLE b (); \(sql); CREATE TABLE c ();")
            ])
            let left = Mutex(3)
            var migrator = Migrator(connection: connection, graph: graph)
            let task = Mutex<Task<Void, any Error>?>(nil)
            migrator.onEvent = { event in
                guard case .batch = event else { return }
                let isLast = left.withLock {
                    $0 -= 1
                    return $0 == 0
                }
                if isLast { task.withLock { $0?.cancel() } }
            }
            let first = migrator
            let running = Task { _ = try await first.upgrade(to: RevisionReference("head")) }
            task.withLock { $0 = running }
            await #expect(throws: (any Error).self) { try await running.value }
            let before = try await connection.query("SELECT 1 FROM t WHERE done IS NOT NULL").count
            #expect((1..<100).contains(before))
            #expect(try await migrator.state().unfinished?.progress?.place != nil)
            try await migrator.upgrade(to: RevisionReference("head"))
            #expect(try await connection.query("SELECT 1 FROM t WHERE done = 'yes'").count == 100)
            #expect(try await migrator.state().heads == [id("a")])
            await connection.close()
        }
    }

    @Test(arguments: [
        ("CREATE TABLE x ()", "neither UPDATE nor DELETE"), ("UPDATE t SET done = 'x'", "has no column id"),
        ("DELETE FROM t WHERE CURRENT OF c", "follows a cursor"),
    ])
    func saysWhatCannotBeDivided(_ sql: String, _ reason: String) async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            try await connection.execute("CREATE TABLE t (n int, done text)")
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: "-- autogen:batch key=id\n\(sql);")
            ])
            await #expect {
                try await Migrator(connection: connection, graph: graph).upgrade(to: RevisionReference("head"))
            } throws: { "\($0)".contains(reason) && "\($0)".contains(".sql:6") }
            #expect(try await Migrator(connection: connection, graph: graph).state().heads.isEmpty)
            await connection.close()
        }
    }

    @Test func refusesKeysThatMayBeNull() async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            try await connection.execute("CREATE TABLE t (id int UNIQUE, done text)")
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: "-- autogen:batch key=id\nUPDATE t SET done = 'x';")
            ])
            await #expect {
                try await Migrator(connection: connection, graph: graph).upgrade(to: RevisionReference("head"))
            } throws: { "\($0)".contains("id may be NULL") }
            await connection.close()
        }
    }

    private func fill(_ batch: Case, _ connection: any Connection) async throws {
        try await connection.execute("CREATE TABLE t (\(raw: batch.table), n int, done text)")
        let (columns, values) = batch.key
        try await connection.execute(
            "INSERT INTO t (\(raw: columns)n) SELECT \(raw: values)g FROM generate_series(1, 100) g")
    }
}
