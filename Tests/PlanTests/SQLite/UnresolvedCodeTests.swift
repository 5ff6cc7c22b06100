import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport
import Testing

/// Scripts during which SQLite reads all views and triggers of the file.
@Suite struct UnresolvedCodeTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let name: String
        let from: String
        let to: String
        var rows = ""

        var testDescription: String { name }
    }

    private static let book = "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, pages INT);\n"
    private static let lean = "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT);\n"
    private static let rows = "INSERT INTO book (id, title) VALUES (1, 'a'), (2, 'b');"
    private static let checked = """
        CREATE TABLE member (id INTEGER PRIMARY KEY, age INTEGER NOT NULL, head INTEGER REFERENCES member (id),
            CONSTRAINT adult CHECK ("member"."age" > 17));
        CREATE TABLE loan (id INTEGER PRIMARY KEY, member INTEGER REFERENCES member (id));
        CREATE TABLE log (what TEXT);
        CREATE VIEW reader AS SELECT id FROM member;
        CREATE VIEW reader_count AS SELECT count(*) AS n FROM reader;
        CREATE VIEW lost AS SELECT * FROM nowhere;
        CREATE TRIGGER logged AFTER INSERT ON log BEGIN UPDATE member SET age = age + 1; END;
        CREATE TRIGGER joined AFTER INSERT ON member BEGIN INSERT INTO log VALUES ('joined'); END;
        CREATE TRIGGER aged AFTER UPDATE ON member BEGIN INSERT INTO nowhere VALUES (1); END;
        CREATE INDEX elder ON member (age) WHERE "member"."age" > 65;

        """

    private static let pairs: [Pair] = [
        Pair(
            name: "a view that has long been dangling", from: book + "CREATE VIEW lost AS SELECT * FROM nowhere;",
            to: lean + "CREATE VIEW lost AS SELECT * FROM nowhere;", rows: rows),
        Pair(
            name: "a trigger that can't run, on another table",
            from: book
                + "CREATE TABLE log (x); CREATE TRIGGER t AFTER INSERT ON log BEGIN INSERT INTO nowhere VALUES (1); END;",
            to: lean
                + "CREATE TABLE log (x); CREATE TRIGGER t AFTER INSERT ON log BEGIN INSERT INTO nowhere VALUES (1); END;",
            rows: rows),
        Pair(
            name: "one dangling view for another", from: book + "CREATE VIEW lost AS SELECT * FROM nowhere;",
            to: lean + "CREATE VIEW found AS SELECT * FROM elsewhere;", rows: rows),
        Pair(
            name: "a view over one that is made anew",
            from: book + "CREATE VIEW a AS SELECT id, pages FROM book; CREATE VIEW b AS SELECT id FROM a;",
            to: lean + "CREATE VIEW a AS SELECT id FROM book; CREATE VIEW b AS SELECT id FROM a;", rows: rows),
        Pair(
            name: "code that still names the column",
            from: book
                + """
                CREATE VIEW a AS SELECT id, pages FROM book; CREATE VIEW b AS SELECT id FROM a;
                CREATE TRIGGER t INSTEAD OF INSERT ON b BEGIN INSERT INTO book (id) VALUES (new.id); END;
                """,
            to: lean
                + """
                CREATE VIEW a AS SELECT id, pages FROM book; CREATE VIEW b AS SELECT id FROM a;
                CREATE TRIGGER t INSTEAD OF INSERT ON b BEGIN INSERT INTO book (id) VALUES (new.id); END;
                """, rows: rows),
        Pair(
            name: "another table is rebuilt",
            from: book
                + """
                CREATE TABLE shelf (n); CREATE VIEW a AS SELECT n FROM shelf;
                CREATE TRIGGER t AFTER INSERT ON book BEGIN INSERT INTO shelf VALUES (new.id); END;
                CREATE TRIGGER u AFTER INSERT ON shelf BEGIN UPDATE shelf SET n = 1; END;
                """,
            to: lean
                + """
                CREATE TABLE shelf (n UNIQUE); CREATE VIEW a AS SELECT n FROM shelf;
                CREATE TRIGGER t AFTER INSERT ON book BEGIN INSERT INTO shelf VALUES (new.id); END;
                CREATE TRIGGER u AFTER INSERT ON shelf BEGIN UPDATE shelf SET n = 1; END;
                """, rows: rows),
        Pair(
            name: "another table goes, with its trigger",
            from: book
                + """
                CREATE TABLE a (x); CREATE TABLE z (x);
                CREATE TRIGGER t AFTER INSERT ON z BEGIN INSERT INTO a VALUES (1); END;
                CREATE TRIGGER u AFTER INSERT ON a BEGIN INSERT INTO z VALUES (1); END;
                """, to: lean, rows: rows),
        Pair(
            name: "a view of which a function of the application hides that it can't be read",
            from: book + "CREATE TABLE t (a); CREATE VIEW v AS SELECT slug(a), gone FROM t;",
            to: lean + "CREATE TABLE t (a); CREATE VIEW v AS SELECT slug(a), gone FROM t;", rows: rows),
        Pair(
            name: "a view whose name is an alias in the one that it reads",
            from: book
                + "CREATE TABLE t (x, y); CREATE VIEW a AS SELECT x AS b FROM t; CREATE VIEW b AS SELECT b FROM a;",
            to: lean
                + "CREATE TABLE t (x, y); CREATE VIEW a AS SELECT y AS b FROM t; CREATE VIEW b AS SELECT b FROM a;",
            rows: rows),
        Pair(
            name: "a table goes with a trigger that can't run",
            from: "CREATE TABLE a (x INT, CHECK (a.x > 0)); CREATE TABLE b (y);"
                + "CREATE TRIGGER t AFTER INSERT ON b BEGIN INSERT INTO nowhere VALUES (1); END;",
            to: "CREATE TABLE a (x INT);", rows: "INSERT INTO a VALUES (1);"),
        Pair(
            name: "a trigger fills a full-text table that is made anew",
            from: book
                + """
                CREATE VIRTUAL TABLE text USING fts5(x);
                CREATE TRIGGER t AFTER INSERT ON book BEGIN INSERT INTO text(x) VALUES (new.title); END;
                """,
            to: lean
                + """
                CREATE VIRTUAL TABLE text USING fts5(x, tokenize = 'porter');
                CREATE TRIGGER t AFTER INSERT ON book BEGIN INSERT INTO text(x) VALUES (new.title); END;
                """, rows: rows),
        Pair(
            name: "a check that names its table", from: checked,
            to: checked.replacing("age INTEGER NOT NULL", with: "age INTEGER"),
            rows: """
                INSERT INTO member VALUES (1, 20, NULL), (2, 70, 1); INSERT INTO loan VALUES (1, 1), (2, 2);
                INSERT INTO log VALUES ('x');
                """),
        Pair(
            name: "checks that name their tables, in two that refer to each other",
            from: """
                CREATE TABLE a (id INTEGER PRIMARY KEY, n INT NOT NULL, b REFERENCES b (id), CHECK ("a"."n" > 0));
                CREATE TABLE b (id INTEGER PRIMARY KEY, n INT NOT NULL, a REFERENCES a (id), CHECK ("b"."n" > 0));
                CREATE TABLE c (a REFERENCES a (id), b REFERENCES b (id));
                """,
            to: """
                CREATE TABLE a (id INTEGER PRIMARY KEY, n INT, b REFERENCES b (id), CHECK ("a"."n" > 0));
                CREATE TABLE b (id INTEGER PRIMARY KEY, n INT, a REFERENCES a (id), CHECK ("b"."n" > 0));
                CREATE TABLE c (a REFERENCES a (id), b REFERENCES b (id));
                """,
            rows: """
                INSERT INTO a VALUES (1, 1, NULL); INSERT INTO b VALUES (1, 1, 1); INSERT INTO c VALUES (1, 1);
                """),
        Pair(
            name: "an index that names its table",
            from:
                "CREATE TABLE member (age INT NOT NULL); CREATE INDEX elder ON member (age) WHERE [member].[age] > 65;",
            to: "CREATE TABLE member (age INT); CREATE INDEX elder ON member (age) WHERE [member].[age] > 65;",
            rows: "INSERT INTO member VALUES (70), (20);"),
    ]

    @Test(arguments: pairs, [true, false]) func `reaches the target`(pair: Pair, forth: Bool) async throws {
        let (from, to) = forth ? (pair.from, pair.to) : (pair.to, pair.from)
        let connection = try await SQLiteFixture.connection(from)
        // Triggers that can't run would refuse the rows.
        let triggers = try await connection.query(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
        for trigger in triggers { try await connection.execute("DROP TRIGGER \(name: try trigger.string("name"))") }
        try await connection.execute(SQL(raw: pair.rows))
        for trigger in triggers { try await connection.execute(SQL(raw: try trigger.string("sql"))) }
        let target = try await SQLiteFixture.connection(to)
        let before = try await counts(connection)
        let plan = try await SQLiteFixture.plan(from: connection, to: target)
        try await connection.execute(SQL(raw: SQLiteFixture.text(of: plan)))
        #expect(try await SQLiteFixture.facts(of: connection) == SQLiteFixture.facts(of: target))
        #expect(try await SQLiteFixture.plan(from: connection, to: target).isEmpty)
        for (table, count) in try await counts(connection) where before[table] != nil {
            #expect(count == before[table], "\(table)")
        }
        #expect(try await connection.query("SELECT * FROM pragma_foreign_key_check").isEmpty)
    }

    private func counts(_ connection: any Connection) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for row in try await connection.query(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
        {
            let name = try row.string("name")
            let count = try await connection.query("SELECT count(*) AS n FROM \(name: name)")
            counts[name] = try count.first?.int("n")
        }
        return counts
    }
}
