/// Renames on SQLite, each with rows.
enum SQLiteRenames {
    static let cases = tables + dependents

    private static let tables: [RenameTests.Case] = [
        .init(
            name: "a table",
            before: "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);\n",
            after: "-- autogen:renamed-from users\nCREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);\n",
            renames: ["table users=people"], rows: "INSERT INTO users VALUES (1, 'Ada'), (2, 'Bob')",
            old: "SELECT * FROM users ORDER BY id", new: "SELECT * FROM people ORDER BY id"),
        .init(
            name: "a column", before: "CREATE TABLE users (id INTEGER PRIMARY KEY, nm TEXT NOT NULL);\n",
            after: """
                CREATE TABLE users (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL  -- autogen:renamed-from nm
                );

                """,
            renames: ["users.nm=name"], rows: "INSERT INTO users VALUES (1, 'Ada')", old: "SELECT id, nm FROM users",
            new: "SELECT id, name FROM users"),
        .init(
            name: "a table with its columns, and what refers to it",
            before: """
                CREATE TABLE users (id INTEGER PRIMARY KEY, nm TEXT NOT NULL UNIQUE, boss INTEGER REFERENCES users (id),
                    CHECK (length(nm) > 0));
                CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
                CREATE INDEX users_nm ON users (nm) WHERE boss IS NULL;
                CREATE VIEW names AS SELECT id, nm FROM users;
                CREATE TRIGGER shout AFTER INSERT ON users BEGIN UPDATE users SET nm = upper(nm) WHERE id = new.id; END;

                """,
            after: """
                -- autogen:renamed-from users
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    -- autogen:renamed-from nm
                    name TEXT NOT NULL UNIQUE,
                    boss INTEGER REFERENCES people (id),
                    CHECK (length(name) > 0)
                );
                CREATE TABLE orders (
                    id INTEGER PRIMARY KEY,
                    person_id INTEGER NOT NULL REFERENCES people (id)  -- autogen:renamed-from user_id
                );
                CREATE INDEX people_name ON people (name) WHERE boss IS NULL;
                CREATE VIEW names AS SELECT id, name FROM people;
                CREATE TRIGGER shout AFTER INSERT ON people BEGIN UPDATE people SET name = upper(name) WHERE id = new.id; END;

                """,
            renames: ["users=people", "users.nm=name", "orders.user_id=person_id"],
            rows: "INSERT INTO users VALUES (1, 'Ada', NULL), (2, 'Bob', 1); INSERT INTO orders VALUES (1, 2)",
            old: "SELECT u.*, o.* FROM users u LEFT JOIN orders o ON o.user_id = u.id ORDER BY 1",
            new: "SELECT u.*, o.* FROM people u LEFT JOIN orders o ON o.person_id = u.id ORDER BY 1"),
        .init(
            name: "two columns that take each other's names",
            before: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);\n",
            after: "CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT, a TEXT);\n",
            renames: ["t.a=b", "t.b=a"], rows: "", old: "SELECT a, b FROM t", new: "SELECT b, a FROM t",
            isByOptionOnly: true),
        .init(
            name: "a chain", before: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER);\n",
            after: """
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY,
                    b TEXT,
                    c INTEGER
                );

                """,
            renames: ["t.a=b", "t.b=c"], rows: "INSERT INTO t VALUES (1, 'x', 2)", old: "SELECT a, b FROM t",
            new: "SELECT b, c FROM t", isByOptionOnly: true),
        .init(
            name: "two tables that take each other's names",
            before:
                "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);\nCREATE TABLE b (id INTEGER PRIMARY KEY, y TEXT);\n",
            after:
                "CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT);\nCREATE TABLE a (id INTEGER PRIMARY KEY, y TEXT);\n",
            renames: ["table a=b", "table b=a"], rows: "INSERT INTO a VALUES (1, 'x'); INSERT INTO b VALUES (1, 'y')",
            old: "SELECT x, y FROM a JOIN b USING (id)", new: "SELECT x, y FROM b JOIN a USING (id)",
            isByOptionOnly: true),
        .init(
            name: "only capitals", before: "CREATE TABLE Users (id INTEGER PRIMARY KEY, Name TEXT);\n",
            after: """
                -- autogen:renamed-from Users
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    full_name TEXT  -- autogen:renamed-from Name
                );

                """,
            renames: ["users=people", "users.name=full_name"], rows: "INSERT INTO Users VALUES (1, 'Ada')",
            old: "SELECT id, Name FROM Users", new: "SELECT id, full_name FROM people"),
        .init(
            name: "with another type", before: "CREATE TABLE t (id INTEGER PRIMARY KEY, age INT);\n",
            after: """
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY,
                    years BIGINT  -- autogen:renamed-from age
                );

                """,
            renames: ["t.age=years"], rows: "INSERT INTO t VALUES (1, 40)", old: "SELECT id, age FROM t",
            new: "SELECT id, years FROM t", isOfferedOnTerminal: false, drops: ["t"]),
        .init(
            name: "with a default, NOT NULL and another place",
            before: "CREATE TABLE t (id INTEGER PRIMARY KEY, state TEXT, note TEXT);\n",
            after: """
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY,
                    note TEXT,
                    status TEXT NOT NULL DEFAULT 'new'  -- autogen:renamed-from state
                );

                """,
            renames: ["t.state=status"], rows: "INSERT INTO t VALUES (1, 'old', 'n')",
            old: "SELECT id, state, note FROM t",
            new: "SELECT id, status, note FROM t", isOfferedOnTerminal: false, drops: ["t"]),
        .init(
            name: "beside a view that can't be read",
            before: """
                CREATE TABLE t (id INTEGER PRIMARY KEY, nm TEXT);
                CREATE VIEW broken AS SELECT gone FROM nowhere;
                CREATE VIEW above AS SELECT * FROM broken;

                """,
            after: """
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY,
                    name TEXT  -- autogen:renamed-from nm
                );
                CREATE VIEW broken AS SELECT gone FROM nowhere;
                CREATE VIEW above AS SELECT * FROM broken;

                """,
            renames: ["t.nm=name"], rows: "INSERT INTO t VALUES (1, 'Ada')", old: "SELECT id, nm FROM t",
            new: "SELECT id, name FROM t"),
        .init(
            name: "a full-text index", before: "CREATE VIRTUAL TABLE docs USING fts5(title, body);\n",
            after: "-- autogen:renamed-from docs\nCREATE VIRTUAL TABLE pages USING fts5(title, body);\n",
            renames: ["docs=pages"], rows: "INSERT INTO docs VALUES ('a', 'fox'), ('b', 'dog')",
            old: "SELECT title FROM docs WHERE docs MATCH 'fox'", new: "SELECT title FROM pages WHERE pages MATCH 'fox'"
        ),
        .init(
            name: "the content of a full-text index",
            before: """
                CREATE TABLE doc (id INTEGER PRIMARY KEY, body TEXT);
                CREATE VIRTUAL TABLE search USING fts5(body, content='doc', content_rowid='id');

                """,
            after: """
                -- autogen:renamed-from doc
                CREATE TABLE page (id INTEGER PRIMARY KEY, body TEXT);
                CREATE VIRTUAL TABLE search USING fts5(body, content='page', content_rowid='id');

                """,
            renames: ["doc=page"],
            rows: "INSERT INTO doc VALUES (1, 'fox'), (2, 'dog'); INSERT INTO search(search) VALUES ('rebuild')",
            old: "SELECT body FROM search WHERE search MATCH 'fox'",
            new: "SELECT body FROM search WHERE search MATCH 'fox'", drops: ["search"], downgrade: ["--drop", "search"]),
        .init(
            name: "a generated column's source",
            before: "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, twice INT AS (a * 2));\n",
            after: """
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY,
                    amount INT,  -- autogen:renamed-from a
                    twice INT AS (amount * 2)
                );

                """,
            renames: ["t.a=amount"], rows: "INSERT INTO t (id, a) VALUES (1, 4)", old: "SELECT id, a, twice FROM t",
            new: "SELECT id, amount, twice FROM t"),
        .init(
            name: "a key of two columns",
            before: "CREATE TABLE t (x INT, y INT, v TEXT, PRIMARY KEY (x, y)) WITHOUT ROWID;\n",
            after: """
                CREATE TABLE t (
                    col INT,  -- autogen:renamed-from x
                    row INT,  -- autogen:renamed-from y
                    v TEXT,
                    PRIMARY KEY (col, row)
                ) WITHOUT ROWID;

                """,
            renames: ["t.x=col", "t.y=row"], rows: "INSERT INTO t VALUES (1, 2, 'v')", old: "SELECT x, y, v FROM t",
            new: "SELECT col, row, v FROM t"),
        .init(
            name: "names that need quotes",
            before: "CREATE TABLE \"my table\" (id INTEGER PRIMARY KEY, \"a b\" TEXT);\n",
            after: """
                -- autogen:renamed-from "my table"
                CREATE TABLE "your table" (
                    id INTEGER PRIMARY KEY,
                    "c d" TEXT  -- autogen:renamed-from "a b"
                );

                """,
            renames: ["table \"my table\"=\"your table\"", "\"my table\".\"a b\"=\"c d\""],
            rows: "INSERT INTO \"my table\" VALUES (1, 'x')", old: "SELECT id, \"a b\" FROM \"my table\"",
            new: "SELECT id, \"c d\" FROM \"your table\""),
        .init(
            name: "a table that is copied besides",
            before: "CREATE TABLE users (id INTEGER PRIMARY KEY, age INT);\n",
            after: """
                CREATE TABLE people ( -- autogen:renamed-from users
                    id INTEGER PRIMARY KEY, age BIGINT);

                """,
            renames: ["users=people"], rows: "INSERT INTO users VALUES (1, 40)", old: "SELECT * FROM users",
            new: "SELECT * FROM people", drops: ["people"]),
        .init(
            name: "the last of several in a line",
            before: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);\n",
            after: """
                CREATE TABLE t (
                    id INTEGER PRIMARY KEY,
                    a TEXT, c TEXT  -- autogen:renamed-from b
                );

                """,
            renames: ["t.b=c"], rows: "INSERT INTO t VALUES (1, 'x', 'y')", old: "SELECT * FROM t",
            new: "SELECT * FROM t"),
        .init(
            name: "to the name of a view that another reads",
            before: """
                CREATE TABLE users (id INTEGER PRIMARY KEY);
                CREATE VIEW people AS SELECT id FROM users;
                CREATE VIEW named AS SELECT id FROM people;

                """,
            after: """
                -- autogen:renamed-from users
                CREATE TABLE people (id INTEGER PRIMARY KEY);
                CREATE VIEW named AS SELECT id FROM people;

                """,
            renames: ["table users=people"], rows: "INSERT INTO users VALUES (1)", old: "SELECT * FROM named",
            new: "SELECT * FROM named"),
        .init(
            name: "capitals, which need no word",
            before: "CREATE TABLE users (id INTEGER PRIMARY KEY, nm TEXT);\n",
            after: "CREATE TABLE Users (id INTEGER PRIMARY KEY, NM TEXT);\n", renames: [],
            rows: "INSERT INTO users VALUES (1, 'Ada')", old: "SELECT * FROM users", new: "SELECT * FROM users",
            holdsValues: false, isByOptionOnly: true),
        .init(
            name: "where another table takes the old name",
            before: "CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT, level INT);\n",
            after: """
                CREATE TABLE log (id INTEGER PRIMARY KEY, at TEXT, who TEXT, what TEXT, why TEXT);
                CREATE TABLE old_log (id INTEGER PRIMARY KEY, line TEXT, level INT);

                """,
            renames: ["table log=old_log"], rows: "INSERT INTO log VALUES (1, 'x', 2)", old: "SELECT * FROM log",
            new: "SELECT * FROM old_log", isByOptionOnly: true, drops: ["log"], downgrade: ["--drop", "log"]),
    ]
}
