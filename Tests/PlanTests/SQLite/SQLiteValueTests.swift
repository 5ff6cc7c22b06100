import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport
import Testing

/// Values of columns that become something else, as SQLite has it.
@Suite struct SQLiteValueTests {
    private static let types = [
        "INTEGER", "BIGINT", "NUMERIC", "DECIMAL(10,2)", "ANY", "REAL", "TEXT", "VARCHAR(9)", "BLOB", "",
    ]
    private static let strict = ["INTEGER", "INT", "REAL", "TEXT", "BLOB", "ANY"]
    private static let values = [
        "1", "1.0", "1.5", "9007199254740993", "1e300", "'00123'", "'1.50'", "'x'", "x'41'", "NULL",
        "0.12345678901234567",
    ]

    /// Between any two types of the same kind of table: something is lost where a value comes out as another, and only there.
    @Test(arguments: [false, true], types)
    func `a type`(strict: Bool, type: String) async throws {
        let types = strict ? Self.strict : Self.types
        guard types.contains(type) else { return }
        let suffix = strict ? " STRICT" : ""
        for other in types where other != type {
            let connection = try await SQLiteFixture.connection(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, c \(type))\(suffix);")
            for value in Self.values {
                // A strict table refuses some.
                try? await connection.execute("INSERT INTO t (c) VALUES (\(raw: value))")
            }
            let target = try await SQLiteFixture.connection(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, c \(other))\(suffix);")
            let plan = try await SQLiteFixture.plan(from: connection, to: target)
            let facts: SQL = "SELECT typeof(c) || ' ' || quote(c) AS fact FROM t ORDER BY id"
            let before = try await connection.query(facts).map { $0[0].text }
            let losses = plan.hazards.filter { $0.kind == .dataLoss }
            do {
                for statement in plan.framed { try await connection.execute(statement.sql) }
            } catch {
                #expect(strict && plan.hazards.contains { $0.kind == .mayFail }, "\(type) to \(other): \(error)")
                continue
            }
            let after = try await connection.query(facts).map { $0[0].text }
            #expect((before != after) == !losses.isEmpty, "\(type) to \(other): \(before) \(after) \(plan.script)")
            for loss in losses { #expect(loss.object == Address(ObjectID(.column, "main", "t", "c"))) }
        }
    }

    @Test(arguments: ["VIRTUAL", "STORED"])
    func becomesComputed(_ word: String) async throws {
        let plain = "CREATE TABLE t (a INTEGER, b INTEGER);"
        let computed = "CREATE TABLE t (a INTEGER, b INTEGER AS (a + 1) \(word));"
        let upgrade = try await SQLiteFixture.plan(from: plain, to: computed)
        let loss = Hazard.dataLoss(
            ObjectID(.column, "main", "t", "b"), "drops its values: from now on they are computed")
        #expect(upgrade.hazards.filter { $0.kind == .dataLoss } == [loss])
        let downgrade = try await SQLiteFixture.plan(from: computed, to: plain)
        #expect(downgrade.hazards.allSatisfy { $0.kind != .dataLoss })
    }

    /// The rows that are there get the default, by `ADD COLUMN` as by a copy.
    @Test(arguments: ["", "CHECK (b <> 9)", "UNIQUE"])
    func saysWhatRowsGet(_ more: String) async throws {
        let plan = try await SQLiteFixture.plan(
            from: "CREATE TABLE t (a INTEGER);", to: "CREATE TABLE t (a INTEGER, b INTEGER NOT NULL DEFAULT 5 \(more));"
        )
        let fill = Hazard.fill(ObjectID(.column, "main", "t", "b"), "rows get the default 5")
        #expect(plan.hazards.filter { $0.kind == .fill } == [fill], "\(plan.script)")
    }
}
