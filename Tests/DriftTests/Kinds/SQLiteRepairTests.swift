import AutogenDrift
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// The repair of one finding is planned on a part of the catalog, and comes out as on all of it.
@Suite struct SQLiteRepairTests {
    @Test(arguments: schemas, changes) func asOnTheWhole(_ schema: String, _ change: String) async throws {
        let sample = Sample(dialect: .sqlite, schema: tables + schema)
        let (expected, live) = try await sample.with { connection in
            let expected = try await Reflector.catalog(of: connection)
            try await sample.run(change, on: connection)
            return (expected, try await Reflector.catalog(of: connection))
        }
        for (from, to) in [(live, expected), (expected, live)] {
            let drift = SchemaFindings(live: from, expected: to, rules: sample.rules)
            let findings = drift.findings()
            let whole = drift.wholeRepairs()
            // A finding that needs all the others has the whole script.
            let finding = try #require(findings.first { $0.restore?.together.count == findings.count - 1 })
            #expect(finding.restore?.sql == whole.restore?.sql)
            #expect(finding.restore?.hazards == whole.restore?.hazards)
            #expect(finding.adopt?.sql == whole.adopt?.sql)
        }
    }

    private let tables = """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER, boss INTEGER REFERENCES teams (id));
        CREATE TABLE teams (id INTEGER PRIMARY KEY, lead INTEGER REFERENCES users (id), name TEXT UNIQUE);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer INTEGER NOT NULL REFERENCES users (id), team TEXT REFERENCES teams (name));
        CREATE TABLE "Order ""2"" lines" (id INTEGER PRIMARY KEY, "order" INTEGER REFERENCES orders (id), note TEXT);
        CREATE TABLE alone (id INTEGER PRIMARY KEY, text TEXT);

        """

    /// What is elsewhere, and decides how SQLite can change a table.
    static let schemas = [
        "", "CREATE VIEW names AS SELECT team FROM orders;",
        "CREATE TRIGGER t AFTER INSERT ON alone BEGIN SELECT 1; END;",
        "CREATE TABLE autogen_old_users (id INTEGER);",
        "CREATE TABLE other (a TEXT DEFAULT 'x', b TEXT CHECK (b <> \"a string\"));",
        "CREATE TABLE \"other\" (\"a\" TEXT, \"users\" INTEGER REFERENCES \"orders\" (\"id\"));",
        "CREATE TABLE broken (team INTEGER REFERENCES teams (lead), \"teams\" TEXT);",
    ]

    static let changes = [
        "ALTER TABLE users ADD nick TEXT", "ALTER TABLE \"Order \"\"2\"\" lines\" ADD n INTEGER", "DROP TABLE alone",
        "CREATE INDEX i ON users (age)", "ALTER TABLE teams ADD city TEXT COLLATE NOCASE",
        """
        PRAGMA foreign_keys = OFF; DROP TABLE teams;
        CREATE TABLE teams (id INTEGER PRIMARY KEY, lead INTEGER REFERENCES users (id), name TEXT UNIQUE) STRICT;
        """,
        """
        PRAGMA foreign_keys = OFF; DROP TABLE orders;
        CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer INTEGER REFERENCES users (id), team TEXT REFERENCES teams (name));
        """,
    ]
}
