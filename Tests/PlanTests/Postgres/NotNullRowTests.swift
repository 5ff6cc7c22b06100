import Testing

/// New columns that must have a value, on tables that have rows.
@Suite struct NotNullRowTests {
    @Test(arguments: [
        RowCase(
            "a placeholder for each type",
            from: """
                CREATE TYPE mood AS ENUM ('ok', 'sad');
                CREATE DOMAIN short AS varchar(9);
                CREATE TABLE t (id integer PRIMARY KEY);
                """,
            rows: "INSERT INTO t VALUES (1), (2)",
            to: """
                CREATE TYPE mood AS ENUM ('ok', 'sad');
                CREATE DOMAIN short AS varchar(9);
                CREATE TABLE t (
                    id integer PRIMARY KEY, name text NOT NULL, size bigint NOT NULL, live boolean NOT NULL,
                    mood mood NOT NULL, short short NOT NULL, list text[] NOT NULL, doc jsonb NOT NULL,
                    bits bit(3) NOT NULL, span int4range NOT NULL, address inet NOT NULL, born date NOT NULL,
                    told integer DEFAULT 7 NOT NULL
                );
                """,
            query: "SELECT to_jsonb(t) - 'born' FROM t WHERE id = 2",
            up: #"""
                {"id": 2, "doc": {}, "bits": "000", "list": [], "live": false, "mood": "ok", "name": "", "size": 0, \#
                "span": "empty", "told": 7, "short": "", "address": "0.0.0.0"}
                """#,
            down: #"{"id": 2}"#,
            says: ["-- needs a decision: rows get a placeholder in t.name, ''"]),
        RowCase(
            "unique columns and keys",
            from: "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE t (n text);",
            rows: "INSERT INTO p VALUES (5); INSERT INTO t VALUES ('a'), ('b')",
            to: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE TABLE t (n text, id bigint PRIMARY KEY, code text UNIQUE NOT NULL, p integer NOT NULL REFERENCES p);
                """,
            query: "SELECT to_jsonb(t) FROM t ORDER BY n",
            up: """
                {"n": "a", "p": 5, "id": 1, "code": "1"}
                {"n": "b", "p": 5, "id": 2, "code": "2"}
                """,
            down: "{\"n\": \"a\"}\n{\"n\": \"b\"}"),
        RowCase(
            "domains that refuse NULL",
            from: """
                CREATE DOMAIN d AS text NOT NULL CHECK (VALUE <> 'x');
                CREATE DOMAIN e AS integer DEFAULT 5 NOT NULL;
                CREATE TABLE t (id integer);
                """,
            rows: "INSERT INTO t VALUES (1)",
            to: """
                CREATE DOMAIN d AS text NOT NULL CHECK (VALUE <> 'x');
                CREATE DOMAIN e AS integer DEFAULT 5 NOT NULL;
                CREATE TABLE t (id integer, d d, e e, f e NOT NULL);
                """, query: "SELECT * FROM t", up: "1||5|5", down: "1"),
        RowCase(
            "partitions and children",
            from: """
                CREATE TABLE p (id integer) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                CREATE TABLE q (id integer);
                CREATE TABLE r () INHERITS (q);
                """,
            rows: "INSERT INTO p VALUES (1); INSERT INTO q VALUES (2); INSERT INTO r VALUES (3)",
            to: """
                CREATE TABLE p (id integer, x integer NOT NULL) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                CREATE TABLE q (id integer, x integer NOT NULL);
                CREATE TABLE r () INHERITS (q);
                """, query: "SELECT to_jsonb(p) FROM p UNION ALL SELECT to_jsonb(q) FROM q",
            up: "{\"x\": 0, \"id\": 1}\n{\"x\": 0, \"id\": 2}\n{\"x\": 0, \"id\": 3}",
            down: "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 3}"),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }

    @Test(arguments: [
        RowCase(
            "a column with NULLs", from: "CREATE TABLE t (a integer);", rows: "INSERT INTO t VALUES (NULL), (1)",
            to: "CREATE TABLE t (a integer NOT NULL);", query: "SELECT * FROM t", up: "NULL\n1",
            says: ["-- may fail: fails if column a holds NULL"]),
        RowCase(
            "a domain over NULLs", from: "CREATE DOMAIN d AS integer; CREATE TABLE t (a d);",
            rows: "INSERT INTO t VALUES (NULL), (1)",
            to: "CREATE DOMAIN d AS integer NOT NULL; CREATE TABLE t (a d);", query: "SELECT * FROM t", up: "NULL\n1",
            says: ["-- may fail: fails if a column of the domain holds NULL"]),
        RowCase(
            "a type without a placeholder",
            from: "CREATE TYPE c AS (a integer); CREATE TABLE t (id integer);", rows: "INSERT INTO t VALUES (1)",
            to: "CREATE TYPE c AS (a integer); CREATE TABLE t (id integer, c c NOT NULL);", query: "SELECT * FROM t",
            up: "1", says: ["-- needs a decision: rows need a value in t.c and no placeholder fits"]),
    ])
    func `what can't be filled is refused`(_ test: RowCase) async throws { try await test.checkRefused() }
}
