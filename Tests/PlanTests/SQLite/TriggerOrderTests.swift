import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport
import Testing

/// Which of several triggers fires first is a matter of which was made first.
@Suite struct TriggerOrderTests {
    private static let triggers = ["zinc", "ash", "mint"].map {
        "CREATE TRIGGER \($0) AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('\($0)'); END;\n"
    }.joined()

    /// What a row sets off, in order.
    private func fired(_ script: String, by changes: String? = nil) async throws -> [String] {
        let connection = try await SQLiteFixture.connection("CREATE TABLE log (x);" + script)
        if let changes {
            let target = try await SQLiteFixture.connection("CREATE TABLE log (x);" + changes)
            let plan = try await SQLiteFixture.plan(from: connection, to: target)
            try await connection.execute(SQL(raw: SQLiteFixture.text(of: plan)))
        }
        try await connection.execute("INSERT INTO t VALUES (1)")
        return try await connection.query("SELECT x FROM log ORDER BY rowid").map { try $0.string("x") }
    }

    @Test(arguments: [
        "CREATE TABLE t (a NOT NULL);\n" + triggers,
        "CREATE TABLE t (a);\n" + triggers.replacing("('zinc')", with: "('gold')"),
        "CREATE TABLE t (a);\n" + triggers.replacing("('ash')", with: "('oak')"),
        "CREATE TABLE t (a);\nCREATE TRIGGER bay AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('bay'); END;\n"
            + triggers,
    ])
    func `they fire as in a database made afresh`(target: String) async throws {
        let afresh = try await fired(target)
        #expect(try await fired("CREATE TABLE t (a);\n" + Self.triggers, by: target) == afresh)
        #expect(afresh.count >= 3)
    }

    @Test func `those of other events stay`() async throws {
        let other = "CREATE TRIGGER gone AFTER DELETE ON t BEGIN INSERT INTO log VALUES ('gone'); END;\n"
        let plan = try await SQLiteFixture.plan(
            from: "CREATE TABLE log (x); CREATE TABLE t (a);\n" + Self.triggers + other,
            to: "CREATE TABLE log (x); CREATE TABLE t (a);\n" + Self.triggers.replacing("('mint')", with: "('sage')")
                + other)
        #expect(plan.statements.map(\.sql.text).filter { $0.hasPrefix("DROP") } == ["DROP TRIGGER mint"])
    }
}
