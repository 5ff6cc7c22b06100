import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@testable import AutogenRevisions

/// Which tables' references are checked around a script.
@Suite struct TouchedTablesTests {
    private func touched(_ text: String) -> TouchedTables {
        TouchedTables(ScriptStatement.all(in: text, .sqlite, firstLine: 1))
    }

    @Test(arguments: [
        "CREATE INDEX i ON t (a); CREATE UNIQUE INDEX u ON t (a)",
        "CREATE VIEW v AS SELECT 1; DROP VIEW IF EXISTS v",
        "ALTER TABLE t ADD COLUMN a TEXT DEFAULT 'references'",
        "CREATE TRIGGER x AFTER DELETE ON t BEGIN DELETE FROM u; END; DROP TRIGGER x",
        "PRAGMA user_version = 3; SELECT 1; ANALYZE",
    ])
    func nothing(text: String) {
        #expect(touched(text).tables.isEmpty && !touched(text).isUnknown)
    }

    @Test(arguments: [
        ("CREATE TABLE IF NOT EXISTS main.\"A b\" (x); CREATE TEMP TABLE [c] (x)", ["a b", "c"]),
        ("ALTER TABLE t ADD y INT /* */ REFERENCES u", ["t"]),
        (
            "ALTER TABLE t RENAME TO `U`; ALTER TABLE v RENAME COLUMN a TO b; ALTER TABLE w DROP a",
            ["t", "u", "v", "w"]
        ),
        ("DROP TABLE \"A\"\"b\"", ["a\"b"]),
        ("DROP TABLE IF EXISTS t; CREATE VIRTUAL TABLE f USING fts5(a)", ["t", "f"]),
        ("INSERT OR IGNORE INTO a VALUES (1); REPLACE INTO b VALUES (1)", ["a", "b"]),
        ("UPDATE OR REPLACE a SET x = 1; DELETE FROM temp.b", ["a", "b"]),
    ])
    func tables(text: String, expected: [String]) {
        #expect(touched(text).tables == Set(expected) && !touched(text).isUnknown)
    }

    @Test(arguments: [
        "WITH x AS (SELECT 1) DELETE FROM t", "PRAGMA writable_schema = ON", "DROP TABLE aux.t",
        "ATTACH 'x' AS y",
    ])
    func anything(text: String) {
        #expect(touched(text).isUnknown)
    }

    private static let schema = """
        CREATE TABLE p (id INTEGER PRIMARY KEY, code); CREATE UNIQUE INDEX codes ON p (code); CREATE TABLE Ä (id PRIMARY KEY);
        CREATE TABLE c (p REFERENCES P); CREATE TABLE d (p REFERENCES p (code)); CREATE TABLE e (p REFERENCES Ä);
        CREATE TABLE log (x);
        INSERT INTO p VALUES (1, 'one'); INSERT INTO Ä VALUES (1);
        INSERT INTO c VALUES (1); INSERT INTO d VALUES ('one'); INSERT INTO e VALUES (1), (9);
        CREATE TRIGGER tidy AFTER INSERT ON log BEGIN DELETE FROM p; END;
        """

    /// Whatever breaks a reference is refused, and only that; one that has no key any more can be followed by nobody.
    @Test(arguments: [
        ("DELETE FROM p", true), ("DROP TABLE p", true), ("UPDATE c SET p = 5", true),
        ("INSERT INTO log VALUES (1)", true), ("INSERT INTO d VALUES ('two')", true), ("DELETE FROM Ä", true),
        ("ALTER TABLE log ADD r INT DEFAULT 5 REFERENCES p; DROP TRIGGER tidy; INSERT INTO log VALUES (1, 9)", true),
        ("CREATE TABLE n (id); DELETE FROM log", false), ("ALTER TABLE p RENAME TO q", false),
        ("DROP INDEX codes", false), ("INSERT INTO c VALUES (1)", false), ("DELETE FROM c", false),
        ("UPDATE p SET id = 7", true),
        ("INSERT INTO p VALUES (7, 'seven')", false), ("DROP INDEX codes; CREATE UNIQUE INDEX k ON p (code)", false),
    ])
    func refusesWhatBreaks(text: String, breaks: Bool) async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(SQL(raw: Self.schema))
        let graph = try RevisionGraph([script("a", upgrade: text + ";")])
        let migrator = Migrator(connection: connection, graph: graph)
        if breaks {
            await #expect(throws: (any Error).self) { try await migrator.upgrade(to: RevisionReference("head")) }
            #expect(try await connection.query("SELECT 1 FROM p").count == 1)
        } else {
            try await migrator.upgrade(to: RevisionReference("head"))
        }
    }

    /// What an application does along with a script is not in the script.
    @Test func hooksAreChecked() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(SQL(raw: Self.schema))
        let graph = try RevisionGraph([script("a", upgrade: "CREATE TABLE n (id INT);")])
        var migrator = Migrator(connection: connection, graph: graph)
        migrator.hooks.didRun = { _, connection in try await connection.execute("DELETE FROM p") }
        await #expect(throws: MigrationError.self) { try await migrator.upgrade(to: RevisionReference("head")) }
    }
}
