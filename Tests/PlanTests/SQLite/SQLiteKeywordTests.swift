import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

/// Literals and names that read like clauses: nothing is decided by them.
@Suite struct SQLiteKeywordTests {
    /// A quotation mark in a string begins no name, so no string can be taken for one, and `DROP COLUMN` will do.
    @Test func stringsWithQuotationMarks() async throws {
        let plan = try await SQLiteFixture.plan(
            from: "CREATE TABLE t (a, b, c CHECK (c <> 'a \" b')); CREATE VIEW v AS SELECT a FROM t;",
            to: "CREATE TABLE t (a, c CHECK (c <> 'a \" b')); CREATE VIEW v AS SELECT a FROM t;")
        #expect(SQLiteFixture.text(of: plan).contains("ALTER TABLE t DROP COLUMN b"))
        #expect(!plan.statements.contains { $0.suspendsForeignKeys })
    }

    /// Keys of columns by the names of words are keys like others, which references can be checked against.
    @Test(arguments: ["UNIQUE (\"COLLATE\")", "UNIQUE (\"a (WHERE)\")"])
    func keysByTheNamesOfWords(_ key: String) async throws {
        let name = key.contains("WHERE") ? "a (WHERE)" : "COLLATE"
        let parent = "CREATE TABLE p (id, \"\(name)\", \(key));"
        let plan = try await SQLiteFixture.plan(
            from: "\(parent) CREATE TABLE t (a INT, b REFERENCES p (\"\(name)\"));",
            to: "\(parent) CREATE TABLE t (a TEXT, b REFERENCES p (\"\(name)\"));")
        #expect(SQLiteFixture.text(of: plan).contains("pragma_foreign_key_check('t', 'main')"))
    }

    /// A key that ends in such a word numbers no rows.
    @Test func keysThatEndInAWord() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE t (\"AUTOINCREMENT\" TEXT PRIMARY KEY); CREATE TABLE u (id INTEGER PRIMARY KEY AUTOINCREMENT);"
        )
        let catalog = try await Reflector.catalog(of: connection)
        let earlier = try Snapshot.catalog(
            parsing: Snapshot.text(of: catalog).replacing("\"facts\":2,", with: "")
                .replacing(",\"autoincrement\":true", with: ""))
        for catalog in [catalog, earlier] {
            let keys = catalog.ids.compactMap { catalog.body($0, as: Constraint.self) }
            #expect(keys.map(\.autoincrement.value) == [false, true])
        }
    }
}
