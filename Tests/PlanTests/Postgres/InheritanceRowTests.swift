import Testing

/// Rows of tables that begin or cease to inherit, and of typed tables.
@Suite struct InheritanceRowTests {
    private static let rows = """
        INSERT INTO a VALUES (1, 'a');
        INSERT INTO b (id, x, y) VALUES (2, 'b', 2);
        """
    private static let all = "SELECT tableoid::regclass, * FROM a UNION SELECT 'b', id, x FROM b ORDER BY 2"

    @Test(arguments: [
        RowCase(
            "joins with columns of its own",
            from: "CREATE TABLE a (id integer, x text); CREATE TABLE b (id integer, x text, y integer);", rows: rows,
            to: """
                CREATE TABLE a (id integer, x text);
                CREATE TABLE b (id integer, x text, y integer) INHERITS (a);
                """,
            query: all, up: "a|1|a\nb|2|b", omits: ["DROP", "INSERT"]),
        RowCase(
            "joins and leaves its columns to the parent",
            from: """
                CREATE TABLE a (id integer, x text);
                CREATE TABLE b (id integer PRIMARY KEY, x text, y serial);
                CREATE TABLE c (b integer REFERENCES b);
                """, rows: rows + " INSERT INTO c VALUES (2);",
            to: """
                CREATE TABLE a (id integer, x text);
                CREATE TABLE b (y serial, PRIMARY KEY (id)) INHERITS (a);
                CREATE TABLE c (b integer REFERENCES b);
                """,
            query: all, up: "a|1|a\nb|2|b", omits: ["data loss"]),
        RowCase(
            "leaves and keeps the columns",
            from: "CREATE TABLE a (id integer, x text); CREATE TABLE b (y integer) INHERITS (a);", rows: rows,
            to: "CREATE TABLE a (id integer, x text); CREATE TABLE b (id integer, x text, y integer);",
            query: "SELECT id, x, y FROM b", up: "2|b|2", omits: ["DROP", "INSERT"]),
        RowCase(
            "leaves before its parent gets a column under a name of its own",
            from: "CREATE TABLE a (id integer, x text); CREATE TABLE b (y integer) INHERITS (a);", rows: rows,
            to: """
                CREATE TABLE a (id integer, x text, more bigint); CREATE TABLE b (id integer, x text, y integer, more text);
                """,
            query: "SELECT id, x, y FROM b", up: "2|b|2"),
        RowCase(
            "goes with a default of its own while its parent's column gets another type and a value for NULL",
            from: """
                CREATE TYPE s AS (n integer); CREATE TABLE a (id integer, x text, v s DEFAULT ROW(1));
                CREATE TABLE b (y integer) INHERITS (a);
                """, rows: rows,
            to: "CREATE TYPE r AS (t text); CREATE TABLE a (id integer, x text, v r DEFAULT ROW('n') NOT NULL)",
            query: "SELECT id, x, v::text FROM ONLY a", up: "1|a|(1)"),
        RowCase(
            "has a column of its own besides the parent's, and a child",
            from: """
                CREATE TABLE a (id integer, x text);
                CREATE TABLE b (y integer) INHERITS (a);
                CREATE TABLE c (z integer) INHERITS (b);
                """, rows: rows + " INSERT INTO c VALUES (3, 'c', 3, 3);",
            to: """
                CREATE TABLE a (id integer, x text);
                CREATE TABLE b (x text, y integer) INHERITS (a);
                CREATE TABLE c (z integer) INHERITS (b);
                """,
            query: "SELECT tableoid::regclass, id, x, y FROM b ORDER BY id", up: "b|2|b|2\nc|3|c|3"),
    ])
    func children(_ test: RowCase) async throws { try await test.check() }

    @Test(arguments: [
        RowCase(
            "becomes a table of a type, and no longer is one",
            from: """
                CREATE TYPE p AS (id integer, n text);
                CREATE TABLE t (id integer PRIMARY KEY, n text DEFAULT 'x');
                CREATE TABLE u OF p (id WITH OPTIONS NOT NULL);
                """,
            rows: "INSERT INTO t VALUES (1, 'a'); INSERT INTO u VALUES (2, 'b')",
            to: """
                CREATE TYPE p AS (id integer, n text);
                CREATE TABLE t OF p (PRIMARY KEY (id), n WITH OPTIONS DEFAULT 'x');
                CREATE TABLE u (id integer NOT NULL, n text);
                CREATE TABLE v OF p (n WITH OPTIONS DEFAULT 'y' NOT NULL, CHECK (id > 0));
                CREATE TABLE w OF p;
                """,
            query: "SELECT * FROM t UNION SELECT * FROM u ORDER BY id", up: "1|a\n2|b",
            says: ["ALTER TABLE public.t OF public.p", "ALTER TABLE public.u NOT OF"], omits: ["DROP"]),
        RowCase(
            "an attribute of its type gets another type, and another changes its place",
            from: """
                CREATE TYPE p AS (id integer, n text, at date); CREATE TABLE t OF p (PRIMARY KEY (id));
                CREATE TABLE u (t integer REFERENCES t); CREATE VIEW v AS SELECT n FROM t;
                """,
            rows: "INSERT INTO t VALUES (1, 'a', '2024-01-02'); INSERT INTO u VALUES (1)",
            to: """
                CREATE TYPE p AS (n text, id bigint, at date); CREATE TABLE t OF p (PRIMARY KEY (id));
                CREATE TABLE u (t bigint REFERENCES t); CREATE VIEW v AS SELECT n FROM t;
                """,
            query: "SELECT id, n, at, u.t FROM t, u", up: "1|a|2024-01-02|1", omits: ["data loss", "CREATE CAST"]),
        RowCase(
            "an enum and a domain that its type is made of are made anew",
            from: """
                CREATE TYPE mood AS ENUM ('calm', 'wild'); CREATE DOMAIN size AS integer;
                CREATE TYPE p AS (m mood, s size); CREATE TABLE t OF p; CREATE TABLE o (p p, m mood);
                """,
            rows: "INSERT INTO t VALUES ('calm', 4); INSERT INTO o VALUES ('(calm,5)', 'calm')",
            to: """
                CREATE TYPE mood AS ENUM ('calm'); CREATE DOMAIN size AS bigint;
                CREATE TYPE p AS (m mood, s size); CREATE TABLE t OF p; CREATE TABLE o (p p, m mood);
                """,
            query: "SELECT t.m, t.s, o.p::text, o.m FROM t, o", up: "calm|4|(calm,5)|calm"),
        RowCase(
            "becomes a table of a type with its columns in another order",
            from: """
                CREATE TYPE p AS (id integer, n text);
                CREATE TABLE t (n text, more integer, id bigint PRIMARY KEY);
                """,
            rows: "INSERT INTO t VALUES ('a', 1, 1)",
            to: "CREATE TYPE p AS (id integer, n text); CREATE TABLE t OF p (PRIMARY KEY (id));",
            query: "SELECT id, n FROM t", up: "1|a"),
    ])
    func typed(_ test: RowCase) async throws { try await test.check() }
}
