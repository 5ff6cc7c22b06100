extension LookAlike {
    /// Tables on SQLite, and what holds no values.
    static let tablesOnSQLite: [LookAlike] = [
        .init(
            name: "another table of the same columns",
            before: "CREATE TABLE invoice (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, paid TEXT);",
            after: "CREATE TABLE receipt (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, paid TEXT);",
            rows: "INSERT INTO invoice VALUES (1, 20, 'no')",
            offers: ["table main.invoice=receipt"],
            goes: ["table main.invoice"],
            query: "SELECT count(*) FROM receipt", answer: "0"),
        .init(
            name: "a table with some of the columns",
            before: "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, phone TEXT);",
            after: "CREATE TABLE supplier (id INTEGER PRIMARY KEY, name TEXT, mail TEXT);",
            rows: "INSERT INTO customer VALUES (1, 'Ada', 'a@b', '1')",
            offers: ["table main.customer=supplier"],
            goes: ["table main.customer"],
            query: "SELECT count(*) FROM supplier", answer: "0"),
        .init(
            name: "a table with another key",
            before: """
                CREATE TABLE stock (item INTEGER, place INTEGER, amount INTEGER, PRIMARY KEY (item, place));
                """,
            after: "CREATE TABLE total (item INTEGER PRIMARY KEY, place INTEGER, amount INTEGER);",
            rows: "INSERT INTO stock VALUES (1, 1, 5), (1, 2, 6)",
            offers: ["table main.stock=total"],
            goes: ["table main.stock"],
            query: "SELECT count(*) FROM total", answer: "0"),
        .init(
            name: "views that take each other's queries",
            before: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
                CREATE VIEW low AS SELECT id FROM t WHERE n < 5;
                CREATE VIEW high AS SELECT id FROM t WHERE n >= 5;
                """,
            after: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
                CREATE VIEW low AS SELECT id FROM t WHERE n >= 5;
                CREATE VIEW high AS SELECT id FROM t WHERE n < 5;
                """,
            rows: "INSERT INTO t VALUES (1, 1), (2, 9)",
            query: "SELECT l.id, h.id FROM low l JOIN high h", answer: "2|1"),
        .init(
            name: "a view with the query of one that goes",
            before: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
                CREATE VIEW low AS SELECT id FROM t WHERE n < 5;
                """,
            after: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
                CREATE VIEW small AS SELECT id FROM t WHERE n < 5;
                """,
            rows: "INSERT INTO t VALUES (1, 1), (2, 9)",
            query: "SELECT id FROM small", answer: "1"),
        .init(
            name: "indexes that take each other's columns",
            before: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
                CREATE INDEX one ON t (a);
                CREATE INDEX other ON t (b);
                """,
            after: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
                CREATE INDEX one ON t (b);
                CREATE INDEX other ON t (a);
                """,
            rows: "INSERT INTO t VALUES (1, 2, 3)",
            query: "SELECT a, b FROM t", answer: "2|3"),
        .init(
            name: "a trigger with the body of one that goes",
            before: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
                CREATE TRIGGER twice AFTER INSERT ON t BEGIN UPDATE t SET n = n * 2 WHERE id = new.id; END;
                """,
            after: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
                CREATE TRIGGER doubled AFTER INSERT ON t BEGIN UPDATE t SET n = n * 2 WHERE id = new.id; END;
                """,
            rows: "INSERT INTO t VALUES (1, 2)",
            query: "SELECT n FROM t", answer: "4"),
        .init(
            name: "a view in the place of a table",
            before: """
                CREATE TABLE sale (id INTEGER PRIMARY KEY, amount INTEGER);
                CREATE TABLE sums (amount INTEGER);
                """,
            after: """
                CREATE TABLE sale (id INTEGER PRIMARY KEY, amount INTEGER);
                CREATE VIEW sums AS SELECT sum(amount) AS amount FROM sale;
                """,
            rows: "INSERT INTO sale VALUES (1, 5); INSERT INTO sums VALUES (99)",
            goes: ["table main.sums"],
            query: "SELECT amount FROM sums", answer: "5"),
        .init(
            name: "another index of words over the same fields",
            before: "CREATE VIRTUAL TABLE letters USING fts5(title, body);",
            after: "CREATE VIRTUAL TABLE recipes USING fts5(title, body);",
            rows: "INSERT INTO letters VALUES ('a', 'fox')",
            offers: ["virtual table main.letters=recipes"],
            goes: ["virtual table main.letters"],
            query: "SELECT count(*) FROM recipes", answer: "0"),
        .init(
            name: "a STRICT table of the same columns",
            before: "CREATE TABLE loose (id INTEGER PRIMARY KEY, word TEXT, mark INTEGER) STRICT;",
            after: "CREATE TABLE terse (id INTEGER PRIMARY KEY, word TEXT, mark INTEGER) STRICT;",
            rows: "INSERT INTO loose VALUES (1, 'x', 2)",
            offers: ["table main.loose=terse"],
            goes: ["table main.loose"],
            query: "SELECT count(*) FROM terse", answer: "0"),
        .init(
            name: "a table without rowids of the same key",
            before: "CREATE TABLE pair (x INTEGER, y INTEGER, v TEXT, PRIMARY KEY (x, y)) WITHOUT ROWID;",
            after: "CREATE TABLE spot (x INTEGER, y INTEGER, v TEXT, PRIMARY KEY (x, y)) WITHOUT ROWID;",
            rows: "INSERT INTO pair VALUES (1, 2, 'v')",
            offers: ["table main.pair=spot"],
            goes: ["table main.pair"],
            query: "SELECT count(*) FROM spot", answer: "0"),
        .init(
            name: "numbers that begin anew",
            before: "CREATE TABLE ticket (id INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT);",
            after: "CREATE TABLE coupon (id INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT);",
            rows: "INSERT INTO ticket (line) VALUES ('x'), ('y')",
            offers: ["table main.ticket=coupon"],
            goes: ["table main.ticket"],
            query: "SELECT count(*) FROM sqlite_sequence WHERE name = 'coupon'", answer: "0"),
        .init(
            name: "two tables in one",
            before: """
                CREATE TABLE cat (id INTEGER PRIMARY KEY, name TEXT);
                CREATE TABLE dog (id INTEGER PRIMARY KEY, name TEXT);
                """,
            after: "CREATE TABLE animal (id INTEGER PRIMARY KEY, name TEXT, kind TEXT);",
            rows: "INSERT INTO cat VALUES (1, 'Tom'); INSERT INTO dog VALUES (1, 'Rex')",
            offers: ["table main.cat=animal", "table main.dog=animal"],
            goes: ["table main.cat", "table main.dog"],
            query: "SELECT count(*) FROM animal", answer: "0"),
        .init(
            name: "the table of another year",
            before: "CREATE TABLE log_2024 (id INTEGER PRIMARY KEY, line TEXT);",
            after: "CREATE TABLE log_2026 (id INTEGER PRIMARY KEY, line TEXT);",
            rows: "INSERT INTO log_2024 VALUES (1, 'x')",
            offers: ["table main.log_2024=log_2026"],
            goes: ["table main.log_2024"],
            query: "SELECT count(*) FROM log_2026", answer: "0"),
    ]
}
