import AutogenConnection
import AutogenDiff
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@Suite struct SQLiteEqualityTests {
    /// Two ways to write one schema.
    @Test(arguments: [
        ("CREATE TABLE t (a INT, b TEXT)", "create table if not exists [t] (\"a\" int, -- a\n `b` text)"),
        ("CREATE TABLE t (a INTEGER PRIMARY KEY)", "CREATE TABLE t (a INTEGER, PRIMARY KEY (a))"),
        ("CREATE TABLE t (a REFERENCES u (x))", "CREATE TABLE t (a, FOREIGN KEY (a) REFERENCES u (x))"),
        ("CREATE TABLE t (a UNIQUE)", "CREATE TABLE t (a, UNIQUE (a ASC))"),
        ("CREATE TABLE t (a CHECK (a > 0))", "CREATE TABLE t (a, CHECK (((A>0))))"),
        ("CREATE TABLE t (b, a AS (1))", "CREATE TABLE t (b, a GENERATED ALWAYS AS ((1)) VIRTUAL)"),
        ("CREATE TABLE t (a DEFAULT 1, b NULL)", "CREATE TABLE t (a DEFAULT (1), b)"),
        ("CREATE TABLE t (a COLLATE BINARY)", "CREATE TABLE t (a)"),
        (
            "CREATE TABLE t (a REFERENCES u ON DELETE NO ACTION NOT DEFERRABLE)",
            "CREATE TABLE t (a REFERENCES u MATCH FULL DEFERRABLE INITIALLY IMMEDIATE)"
        ),
        (
            "CREATE TABLE t (a REFERENCES u NOT NULL DEFERRABLE INITIALLY DEFERRED)",
            "CREATE TABLE t (a NOT NULL REFERENCES u DEFERRABLE INITIALLY DEFERRED)"
        ),
        ("CREATE TABLE t (a, b, CHECK (a) CHECK (b))", "CREATE TABLE t (a, b, CHECK (b), CHECK (a))"),
        (
            "CREATE TABLE t (a); CREATE INDEX i ON t (a)",
            "CREATE TABLE t (a); create index if not exists \"i\" on T(\"A\")"
        ),
        (
            "CREATE TABLE t (a, b, CHECK (a > 1 AND b <> 2 OR NOT a = b))",
            "CREATE TABLE t (a, b, CHECK (((a) > 1 AND (b != 2)) OR NOT (a == b)))"
        ),
        (
            "CREATE TABLE t (a); CREATE INDEX i ON t (a COLLATE NOCASE, a + 1) WHERE a > 0",
            "CREATE TABLE t (a); CREATE INDEX i ON t (a COLLATE nocase ASC, a + (1)) WHERE (a > 0)"
        ),
        ("CREATE VIEW v AS SELECT 'x' AS y", "CREATE VIEW v as select /* x */ 'x' as \"y\" -- end\n"),
    ])
    func areEqual(left: String, right: String) async throws {
        let changes = Comparison.changes(
            from: try await SQLiteSample.catalog(left), to: try await SQLiteSample.catalog(right))
        #expect(changes.isEmpty, "\(changes)")
    }

    /// Parentheses that say something.
    @Test(arguments: [
        ("a AND (b OR a)", "a AND b OR a"), ("a - (b - a)", "a - b - a"), ("-(a + b)", "-a + b"),
        ("a IN ((SELECT 1))", "a IN (SELECT 1)"), ("(a = b) COLLATE NOCASE", "a = b COLLATE NOCASE"),
        ("a BETWEEN 1 AND (a = b)", "a BETWEEN 1 AND a = b"), ("NOT (a AND b)", "NOT a AND b"),
        ("a || (b + 1)", "a || b + 1"), ("(a IS NULL) IS NOT b", "a IS NULL IS NOT b"),
    ])
    func differ(left: String, right: String) async throws {
        let from = try await SQLiteSample.catalog(
            "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT 1 FROM t WHERE \(left)")
        let to = try await SQLiteSample.catalog(
            "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT 1 FROM t WHERE \(right)")
        #expect(!Comparison.changes(from: from, to: to).isEmpty)
    }

    /// Two schemas that differ in one thing.
    @Test(arguments: [
        ("CREATE TABLE t (a INT)", "CREATE TABLE t (a BIGINT)", "~ column main.t.a: type INT -> BIGINT"),
        (
            "CREATE TABLE t (a INTEGER PRIMARY KEY)", "CREATE TABLE t (a INTEGER PRIMARY KEY DESC)",
            "~ constraint main.t.\"primary key\": definition PRIMARY KEY (a) -> a PRIMARY KEY DESC"
        ),
        (
            "CREATE TABLE t (a INTEGER PRIMARY KEY)", "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)",
            "~ constraint main.t.\"primary key\": definition PRIMARY KEY (a) -> PRIMARY KEY (a) AUTOINCREMENT"
        ),
        (
            "CREATE TABLE t (a UNIQUE)", "CREATE TABLE t (a UNIQUE ON CONFLICT FAIL)",
            "~ constraint main.t.\"unique (a)\": on conflict none -> FAIL"
        ),
        (
            "CREATE TABLE t (a DEFAULT 'x')", "CREATE TABLE t (a DEFAULT 'X')",
            "~ default main.t.a: expression 'x' -> 'X'"
        ),
        ("CREATE TABLE t (a)", "CREATE TABLE t (a COLLATE rtrim)", "~ column main.t.a: collation none -> RTRIM"),
        ("CREATE TABLE t (a INT)", "CREATE TABLE t (a INT) STRICT", "~ table main.t: strict no -> yes"),
        (
            "CREATE TABLE t (b, a AS (1))", "CREATE TABLE t (b, a AS (1) STORED)",
            "~ column main.t.a: virtual yes -> no"
        ),
    ])
    func differ(left: String, right: String, change: String) async throws {
        let changes = Comparison.changes(
            from: try await SQLiteSample.catalog(left), to: try await SQLiteSample.catalog(right))
        #expect(changes.map(\.description) == [change])
    }

    /// The foreign keys read from the statement are those that the pragma tells.
    @Test func foreignKeysAgreeWithPragma() async throws {
        let connection = try await SQLiteSample.connection(
            """
            CREATE TABLE u (x INTEGER PRIMARY KEY, y, z, UNIQUE (y, z));
            CREATE TABLE t (
                a INT CONSTRAINT one REFERENCES u ON UPDATE SET NULL, b DEFAULT ('references') REFERENCES "u" ([y]), c,
                CONSTRAINT two FOREIGN KEY (b, c) REFERENCES u (y, z) ON DELETE SET DEFAULT ON UPDATE RESTRICT
                FOREIGN KEY (c) REFERENCES elsewhere (w) ON DELETE CASCADE
            );
            """)
        let rows = try await connection.query(
            """
            SELECT "table", group_concat("from") AS "from", coalesce(group_concat("to"), '') AS "to", on_delete, on_update
            FROM (SELECT * FROM pragma_foreign_key_list('t') ORDER BY id, seq) GROUP BY id
            """)
        var told: [String] = []
        for row in rows {
            var text = "FOREIGN KEY (\(try row.string("from"))) REFERENCES \(try row.string("table"))"
            if try row.string("to") != "" { text += " (\(try row.string("to")))" }
            for (word, column) in [("DELETE", "on_delete"), ("UPDATE", "on_update")] {
                let action = try row.string(column)
                if action != "NO ACTION" { text += " ON \(word) \(action)" }
            }
            told.append(text.replacing(",", with: ", "))
        }
        let catalog = try await Reflector.catalog(of: connection)
        let read = catalog.ids.compactMap { catalog.body($0, as: Constraint.self) }
            .filter { $0.type == .foreignKey }.map(\.definition)
        #expect(read.count == 4)
        #expect(read.sorted() == told.sorted())
    }
}
