import Testing

/// Values that come out as others, where the server's own comparison of types would not show it.
@Suite struct NarrowingRowTests {
    @Test(arguments: [
        RowCase(
            "a domain over fewer digits", from: "CREATE DOMAIN d AS numeric(10,4); CREATE TABLE t (a d, b d[]);",
            rows: "INSERT INTO t VALUES (1.2345, '{1.2345}')",
            to: "CREATE DOMAIN d AS numeric(10,2); CREATE TABLE t (a d, b d[]);", query: "SELECT * FROM t",
            up: "1.23|{1.23}", down: "1.2300|{1.2300}",
            says: [
                "-- data loss: column public.t.a: rounds its values",
                "-- data loss: column public.t.b: rounds its values",
            ]),
        RowCase(
            "a domain over more digits", from: "CREATE DOMAIN d AS numeric(10,2); CREATE TABLE t (a d);",
            rows: "INSERT INTO t VALUES (1.25)", to: "CREATE DOMAIN d AS numeric(12,4); CREATE TABLE t (a d);",
            query: "SELECT * FROM t", up: "1.2500", down: "1.25", omits: ["data loss"]),
        RowCase(
            "a domain over shorter text", from: "CREATE DOMAIN d AS varchar(10); CREATE TABLE t (a d);",
            rows: "INSERT INTO t VALUES ('abcdef')", to: "CREATE DOMAIN d AS varchar(3); CREATE TABLE t (a d);",
            query: "SELECT * FROM t", up: "abc",
            says: ["-- data loss: column public.t.a: cuts its values to 3 characters"]),
        RowCase(
            "an attribute of fewer digits",
            from: "CREATE TYPE c AS (x int, n numeric(10,4)); CREATE TABLE t (a c, b c[]);",
            rows: "INSERT INTO t VALUES ('(1,1.2345)', '{\"(1,1.2345)\"}')",
            to: "CREATE TYPE c AS (x int, n numeric(10,2)); CREATE TABLE t (a c, b c[]);", query: "SELECT * FROM t",
            up: "(1,1.23)|{\"(1,1.23)\"}", down: "(1,1.2300)|{\"(1,1.2300)\"}",
            says: [
                "-- data loss: column public.t.a: rounds its values",
                "-- data loss: column public.t.b: rounds its values",
            ]),
        RowCase(
            "an attribute of another type", from: "CREATE TYPE c AS (x int, n int); CREATE TABLE t (a c);",
            rows: "INSERT INTO t VALUES ('(1,2)')", to: "CREATE TYPE c AS (x int, n bigint); CREATE TABLE t (a c);",
            query: "SELECT * FROM t", up: "(1,2)", omits: ["data loss"]),
        RowCase(
            "attributes in another order", from: "CREATE TYPE c AS (x int, y text); CREATE TABLE t (a c);",
            rows: "INSERT INTO t VALUES ('(1,2)')", to: "CREATE TYPE c AS (y text, x int); CREATE TABLE t (a c);",
            query: "SELECT (a).x, (a).y FROM t", up: "1|2", omits: ["-- data loss"]),
        RowCase(
            "attributes come, go and get another type, in arrays, other types and domains",
            from: """
                CREATE TYPE block AS (content text, w int, old text);
                CREATE TYPE page AS (title text, blocks block[]);
                CREATE DOMAIN book AS page;
                CREATE TABLE t (b block, p page[], k book, none block);
                """,
            rows: """
                INSERT INTO t VALUES (ROW('a', 1, 'z'), ARRAY[ROW('t', ARRAY[ROW('c', 2, 'q')::block])::page],
                    ROW('u', ARRAY[ROW(NULL, NULL, NULL)::block, NULL]), NULL)
                """,
            to: """
                CREATE TYPE block AS (color text, w bigint, content text);
                CREATE TYPE page AS (title text, blocks block[]);
                CREATE DOMAIN book AS page;
                CREATE TABLE t (b block, p page[], k book, none block);
                """,
            query:
                "SELECT (b).w, (b).content, (p[1]).blocks[1].w, (p[1]).title, (k).blocks[1].w, num_nulls(none) FROM t",
            up: "1|a|2|t|NULL|1", says: ["-- data loss: attribute public.block.old: deletes its values"],
            omits: ["data loss: column"]),
        RowCase(
            "a range over fewer digits", from: "CREATE TYPE r AS RANGE (subtype = timestamp); CREATE TABLE t (a r);",
            rows: "INSERT INTO t VALUES ('[2024-01-02 10:00,)')",
            to: "CREATE TYPE r AS RANGE (subtype = date); CREATE TABLE t (a r);", query: "SELECT * FROM t",
            up: "[2024-01-02,)", down: "[\"2024-01-02 00:00:00\",)",
            says: ["-- data loss: column public.t.a: drops the time of day of its values"]),
        RowCase(
            "rows of a table that becomes partitioned", from: "CREATE TABLE t (id int, a int, b text);",
            rows: "INSERT INTO t VALUES (1, 7, '2024-01-02 10:00')",
            to:
                "CREATE TABLE t (id int, a boolean, b date) PARTITION BY LIST (id); CREATE TABLE p PARTITION OF t DEFAULT;",
            query: "SELECT * FROM t", up: "1|t|2024-01-02", down: "1|1|2024-01-02",
            says: [
                "-- data loss: column public.t.a: makes one of all values but 0",
                "-- data loss: column public.t.b: drops the time of day of its values",
            ]),
        RowCase(
            "rows that move to a new partition of another type",
            from: """
                CREATE TABLE t (id int, a numeric(10,4)) PARTITION BY LIST (id);
                CREATE TABLE p PARTITION OF t FOR VALUES IN (1, 2);
                """,
            rows: "INSERT INTO t VALUES (1, 1.2345), (2, 1.2345)",
            to: """
                CREATE TABLE t (id int, a numeric(10,2)) PARTITION BY LIST (id);
                CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE q PARTITION OF t FOR VALUES IN (2);
                """,
            query: "SELECT * FROM t ORDER BY id", up: "1|1.23\n2|1.23", down: "1|1.2300\n2|1.2300",
            says: ["-- data loss: column public.t.a: rounds its values"]),
        RowCase(
            "a partition that stays as a table",
            from: """
                CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE q PARTITION OF t FOR VALUES IN (2);
                """,
            rows: "INSERT INTO t VALUES (1), (2)",
            to: """
                CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE q (id int);
                """,
            query: "SELECT * FROM t ORDER BY id", up: "1", down: "1\n2",
            says: ["-- data loss: partition public.q: takes its rows out of public.t; they stay in public.q"]),
        RowCase(
            "a partition with another bound",
            from: "CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE p PARTITION OF t FOR VALUES IN (1);",
            rows: "INSERT INTO t VALUES (1)",
            to: "CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE p PARTITION OF t FOR VALUES IN (1, 2);",
            query: "SELECT * FROM t", up: "1", omits: ["data loss"]),
        RowCase(
            "rows get a default", from: "CREATE TABLE t (id int);", rows: "INSERT INTO t VALUES (1)",
            to: "CREATE TABLE t (id int, a text NOT NULL DEFAULT 'x', b text DEFAULT 'y');", query: "SELECT id FROM t",
            up: "1", says: ["-- fill: column public.t.a: rows get the default 'x'::text"],
            omits: ["-- fill: column public.t.b"]),
        RowCase(
            "rows of a table that becomes partitioned get a default", from: "CREATE TABLE t (id int);",
            rows: "INSERT INTO t VALUES (1)",
            to: """
                CREATE TABLE t (id int, a text NOT NULL DEFAULT 'x') PARTITION BY LIST (id);
                CREATE TABLE p PARTITION OF t DEFAULT;
                """,
            query: "SELECT id FROM t", up: "1", says: ["-- fill: column public.t.a: rows get the default 'x'::text"]),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
