/// Renames on PostgreSQL, each with rows.
enum PostgresRenames {
    static let cases = tables + others + dependents

    /// Schemas, tables and columns.
    private static let tables: [RenameTests.Case] = [
        .init(
            name: "a table with a serial key",
            before: "CREATE TABLE users (id serial PRIMARY KEY, name text);\n",
            after: "-- autogen:renamed-from users\nCREATE TABLE people (id serial PRIMARY KEY, name text);\n",
            renames: ["table users=people"], rows: "INSERT INTO users (name) VALUES ('Ada'), ('Bob')",
            old: "SELECT * FROM users ORDER BY id", new: "SELECT * FROM people ORDER BY id"),
        .init(
            name: "a table to another schema that is new",
            before: "CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE);\n",
            after: """
                CREATE SCHEMA app;
                -- autogen:renamed-from public.users
                CREATE TABLE app.people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE);

                """,
            renames: ["table public.users=app.people"], rows: "INSERT INTO users (name) VALUES ('Ada'), ('Bob')",
            old: "SELECT * FROM users ORDER BY id", new: "SELECT * FROM app.people ORDER BY id"),
        .init(
            name: "a schema",
            before: """
                CREATE SCHEMA shop;
                CREATE TYPE shop.mood AS ENUM ('sad', 'ok');
                CREATE TABLE shop.item (id int PRIMARY KEY, mood shop.mood DEFAULT 'ok');
                CREATE VIEW shop.sad AS SELECT * FROM shop.item WHERE mood = 'sad';
                CREATE FUNCTION shop.total(i shop.item) RETURNS int LANGUAGE sql RETURN i.id;

                """,
            after: """
                -- autogen:renamed-from shop
                CREATE SCHEMA store;
                CREATE TYPE store.mood AS ENUM ('sad', 'ok');
                CREATE TABLE store.item (id int PRIMARY KEY, mood store.mood DEFAULT 'ok');
                CREATE VIEW store.sad AS SELECT * FROM store.item WHERE mood = 'sad';
                CREATE FUNCTION store.total(i store.item) RETURNS int LANGUAGE sql RETURN i.id;

                """,
            renames: ["schema shop=store"], rows: "INSERT INTO shop.item VALUES (1, 'sad')",
            old: "SELECT *, shop.total(i) FROM shop.item i", new: "SELECT *, store.total(i) FROM store.item i"),
        .init(
            name: "a column with all that names it",
            before: """
                CREATE TABLE users (id int PRIMARY KEY, nm text NOT NULL CHECK (length(nm) > 0), up text GENERATED ALWAYS AS (upper(nm)) STORED);
                CREATE INDEX users_nm ON users (lower(nm)) WHERE nm <> '';
                CREATE VIEW names AS SELECT id, nm FROM users;
                CREATE POLICY own ON users USING (nm = current_user);
                CREATE FUNCTION named(int) RETURNS text LANGUAGE sql RETURN (SELECT nm FROM users WHERE id = $1);

                """,
            after: """
                CREATE TABLE users (
                    id int PRIMARY KEY,
                    name text NOT NULL CHECK (length(name) > 0),  -- autogen:renamed-from nm
                    up text GENERATED ALWAYS AS (upper(name)) STORED
                );
                CREATE INDEX users_name ON users (lower(name)) WHERE name <> '';
                CREATE VIEW names AS SELECT id, name FROM users;
                CREATE POLICY own ON users USING (name = current_user);
                CREATE FUNCTION named(int) RETURNS text LANGUAGE sql RETURN (SELECT name FROM users WHERE id = $1);

                """,
            renames: ["column users.nm=name"], rows: "INSERT INTO users VALUES (1, 'Ada')",
            old: "SELECT *, named(id) FROM users", new: "SELECT *, named(id) FROM users"),
        .init(
            name: "two columns that take each other's names",
            before: "CREATE TABLE t (a text, b text);\n", after: "CREATE TABLE t (b text, a text);\n",
            renames: ["t.a=b", "t.b=a"], rows: "INSERT INTO t VALUES ('x', 'y')", old: "SELECT a, b FROM t",
            new: "SELECT b, a FROM t", isByOptionOnly: true),
        .init(
            name: "two tables and two types that take each other's names",
            before: """
                CREATE TYPE x AS ENUM ('one');
                CREATE TYPE y AS ENUM ('two');
                CREATE TABLE a (v x);
                CREATE TABLE b (w y);

                """,
            after: """
                CREATE TYPE y AS ENUM ('one');
                CREATE TYPE x AS ENUM ('two');
                CREATE TABLE b (v y);
                CREATE TABLE a (w x);

                """,
            renames: ["table a=b", "table b=a", "enum x=y", "enum y=x"],
            rows: "INSERT INTO a VALUES ('one'); INSERT INTO b VALUES ('two')", old: "SELECT v, w FROM a, b",
            new: "SELECT v, w FROM b, a", isByOptionOnly: true),
        .init(
            name: "a chain over three tables",
            before: "CREATE TABLE a (x int);\nCREATE TABLE b (y int);\nCREATE TABLE c (z int);\n",
            after: "CREATE TABLE b (x int);\nCREATE TABLE c (y int);\nCREATE TABLE d (z int);\n",
            renames: ["table a=b", "table b=c", "table c=d"],
            rows: "INSERT INTO a VALUES (1); INSERT INTO b VALUES (2); INSERT INTO c VALUES (3)",
            old: "SELECT x, y, z FROM a, b, c", new: "SELECT x, y, z FROM b, c, d", isByOptionOnly: true),
        .init(
            name: "a partitioned table, its partitions and their column",
            before: """
                CREATE TABLE log (id int, at date NOT NULL, msg text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                CREATE TABLE log_rest PARTITION OF log DEFAULT;
                CREATE INDEX log_msg ON log (msg);

                """,
            after: """
                -- autogen:renamed-from log
                CREATE TABLE event (
                    id int,
                    at date NOT NULL,
                    message text,  -- autogen:renamed-from msg
                    PRIMARY KEY (id, at)
                ) PARTITION BY RANGE (at);
                -- autogen:renamed-from log_1
                CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                -- autogen:renamed-from log_rest
                CREATE TABLE event_rest PARTITION OF event DEFAULT;
                CREATE INDEX event_message ON event (message);

                """,
            renames: ["table log=event", "table log_1=event_1", "table log_rest=event_rest", "log.msg=message"],
            rows: "INSERT INTO log VALUES (1, '2020-05-05', 'a'), (2, '2022-01-01', 'b')",
            old: "SELECT * FROM log ORDER BY id", new: "SELECT * FROM event ORDER BY id"),
        .init(
            name: "an inherited table and its column",
            before: "CREATE TABLE base (id int, nm text);\nCREATE TABLE child (more int) INHERITS (base);\n",
            after: """
                -- autogen:renamed-from base
                CREATE TABLE origin (
                    id int,
                    name text  -- autogen:renamed-from nm
                );
                -- autogen:renamed-from child
                CREATE TABLE heir (more int) INHERITS (origin);

                """,
            renames: ["table base=origin", "table child=heir", "base.nm=name"],
            rows: "INSERT INTO child VALUES (1, 'Ada', 2)", old: "SELECT * FROM child", new: "SELECT * FROM heir"),
        .init(
            name: "a foreign table",
            before: """
                CREATE FOREIGN DATA WRAPPER reader;
                CREATE SERVER far FOREIGN DATA WRAPPER reader;
                CREATE FOREIGN TABLE there (id int, nm text) SERVER far;

                """,
            after: """
                CREATE FOREIGN DATA WRAPPER reader;
                CREATE SERVER far FOREIGN DATA WRAPPER reader;
                -- autogen:renamed-from there
                CREATE FOREIGN TABLE yonder (
                    id int,
                    name text  -- autogen:renamed-from nm
                ) SERVER far;

                """,
            renames: ["table there=yonder", "there.nm=name"], old: "SELECT ftrelid::oid FROM pg_foreign_table",
            new: "SELECT ftrelid::oid FROM pg_foreign_table"),
        .init(
            name: "with another type and NOT NULL", before: "CREATE TABLE t (age int);\n",
            after: """
                CREATE TABLE t (
                    years bigint NOT NULL DEFAULT 0  -- autogen:renamed-from age
                );

                """,
            renames: ["t.age=years"], rows: "INSERT INTO t VALUES (40)", old: "SELECT age FROM t",
            new: "SELECT years FROM t", isOfferedOnTerminal: false),
        .init(
            name: "a column whose old name another takes",
            before: "CREATE TABLE t (id int, state text);\n",
            after: "CREATE TABLE t (id int, state int, old_state text);\n", renames: ["t.state=old_state"],
            rows: "INSERT INTO t VALUES (1, 'x')", old: "SELECT id, state FROM t", new: "SELECT id, old_state FROM t",
            isByOptionOnly: true, drops: ["state"], downgrade: ["--drop", "t.state"]),
        .init(
            name: "a referenced key over two tables",
            before: """
                CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
                CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a ON DELETE CASCADE);

                """,
            after: """
                -- autogen:renamed-from a
                CREATE TABLE place (
                    col int,  -- autogen:renamed-from x
                    line int,  -- autogen:renamed-from y
                    PRIMARY KEY (col, line)
                );
                CREATE TABLE b (
                    col int,  -- autogen:renamed-from x
                    line int,  -- autogen:renamed-from y
                    FOREIGN KEY (col, line) REFERENCES place ON DELETE CASCADE
                );

                """,
            renames: ["table a=place", "a.x=col", "a.y=line", "b.x=col", "b.y=line"],
            rows: "INSERT INTO a VALUES (1, 2); INSERT INTO b VALUES (1, 2)",
            old: "SELECT * FROM a JOIN b USING (x, y)",
            new: "SELECT * FROM place JOIN b USING (col, line)", isOfferedOnTerminal: false),
        .init(
            name: "names that need quotes", before: "CREATE TABLE \"My Table\" (\"a \"\"b\" text);\n",
            after: """
                -- autogen:renamed-from "My Table"
                CREATE TABLE "Your Table" (
                    "c.d" text  -- autogen:renamed-from "a ""b"
                );

                """,
            renames: ["table \"My Table\"=\"Your Table\"", "\"My Table\".\"a \"\"b\"=\"c.d\""],
            rows: "INSERT INTO \"My Table\" VALUES ('x')", old: "SELECT * FROM \"My Table\"",
            new: "SELECT * FROM \"Your Table\""),
        .init(
            name: "a table that a publication holds",
            before:
                "CREATE TABLE t (id int PRIMARY KEY, nm text);\nCREATE PUBLICATION pub FOR TABLE t (id, nm) WHERE (id > 0);\n",
            after: """
                -- autogen:renamed-from t
                CREATE TABLE u (
                    id int PRIMARY KEY,
                    name text  -- autogen:renamed-from nm
                );
                CREATE PUBLICATION pub FOR TABLE u (id, name) WHERE (id > 0);

                """,
            renames: ["table t=u", "t.nm=name"], rows: "INSERT INTO t VALUES (1, 'Ada')", old: "SELECT * FROM t",
            new: "SELECT * FROM u"),
        .init(
            name: "with comments and grants",
            before: """
                CREATE TABLE t (nm text);
                COMMENT ON TABLE t IS 'people';
                COMMENT ON COLUMN t.nm IS 'how one is called';
                GRANT SELECT (nm) ON t TO PUBLIC;

                """,
            after: """
                -- autogen:renamed-from t
                CREATE TABLE people (
                    name text  -- autogen:renamed-from nm
                );
                COMMENT ON TABLE people IS 'people';
                COMMENT ON COLUMN people.name IS 'how one is called';
                GRANT SELECT (name) ON people TO PUBLIC;

                """,
            renames: ["table t=people", "t.nm=name"], rows: "INSERT INTO t VALUES ('Ada')", old: "SELECT * FROM t",
            new: "SELECT * FROM people"),
    ]
}
