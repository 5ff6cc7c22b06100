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
