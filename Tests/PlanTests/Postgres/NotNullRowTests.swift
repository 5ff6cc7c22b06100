import AutogenPlan
import Testing

/// Columns that must have a value, on tables that have rows.
@Suite struct NotNullRowTests {
    @Test(arguments: [
        RowCase(
            "the same value for all rows, of which none is written",
            from: """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'fired'; END $$;
                CREATE TABLE t (id integer PRIMARY KEY);
                CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION refuse();
                """,
            rows: "INSERT INTO t VALUES (1), (2)",
            to: """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'fired'; END $$;
                CREATE TABLE t (id integer PRIMARY KEY, name text NOT NULL, told integer DEFAULT 7 NOT NULL);
                CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION refuse();
                """,
            query: "SELECT * FROM t", up: "1|a;b|7\n2|a;b|7", down: "1\n2",
            says: [
                "-- fill: column public.t.name: rows get 'a;b'",
                "ADD COLUMN name text DEFAULT ('a;b') NOT NULL", "ALTER COLUMN name DROP DEFAULT",
            ], omits: ["UPDATE public.t"], decisions: .fills(["t.name": "'a;b'"])),
        RowCase(
            "values by row: one statement, after what the triggers need, before what goes",
            from: """
                CREATE TABLE u (id integer PRIMARY KEY);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TABLE t (id integer PRIMARY KEY, u integer REFERENCES u DEFERRABLE INITIALLY DEFERRED, name text,
                    n integer);
                CREATE CONSTRAINT TRIGGER b AFTER UPDATE ON t DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION note();
                CREATE TRIGGER c AFTER UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION note();
                """,
            rows: "INSERT INTO u VALUES (4), (5); INSERT INTO t VALUES (1, 4, 'a b', NULL), (2, 5, 'c d', 3)",
            to: """
                CREATE TABLE u (id integer PRIMARY KEY);
                CREATE TABLE audit (id integer);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN INSERT INTO audit VALUES (NEW.id); RETURN NULL; END $$;
                CREATE TABLE t (id integer PRIMARY KEY, u integer REFERENCES u DEFERRABLE INITIALLY DEFERRED,
                    n integer NOT NULL, first text NOT NULL, last text UNIQUE NOT NULL,
                    owner integer NOT NULL REFERENCES u,
                    size integer GENERATED ALWAYS AS (length(last)) STORED NOT NULL);
                CREATE CONSTRAINT TRIGGER b AFTER UPDATE ON t DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION note();
                """,
            query: "SELECT to_jsonb(t) - 'id' - 'u' FROM t ORDER BY id",
            up: """
                {"n": 0, "last": "b", "size": 1, "first": "a", "owner": 4}
                {"n": 3, "last": "d", "size": 1, "first": "c", "owner": 4}
                """,
            down: """
                {"n": 0, "name": null}
                {"n": 3, "name": null}
                """,
            says: [
                "SET CONSTRAINTS ALL IMMEDIATE", "the UPDATE fires b\n",
                "-- fill: column public.t.n: rows in which it is NULL get 0",
                "-- data loss: column public.t.name: drops the column with its values",
            ],
            decisions: .fills(
                ["t.n": "0"],
                byRow: [
                    "t.first": "split_part(name, ' ', 1)", "t.last": "split_part(name, ' ', 2)",
                    "t.owner": "(SELECT min(id) FROM u)",
                ])),
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
                CREATE TABLE t (id integer, d d, e e, f e NOT NULL, g d);
                """, query: "SELECT * FROM t", up: "1|y|5|5|z1", down: "1",
            decisions: .fills(["t.d": "'y'"], byRow: ["t.g": "'z' || id"])),
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
            up: "{\"x\": 6, \"id\": 1}\n{\"x\": 4, \"id\": 2}\n{\"x\": 6, \"id\": 3}",
            down: "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 3}",
            decisions: .fills(["p.x": "6"], byRow: ["q.x": "id * 2"])),
        RowCase(
            "a default for rows that hold NULL", from: "CREATE TABLE t (a integer, b text);",
            rows: "INSERT INTO t VALUES (NULL, NULL), (1, '5')",
            to: "CREATE TABLE t (a integer DEFAULT 4 NOT NULL, b integer DEFAULT 9 NOT NULL);",
            query: "SELECT * FROM t ORDER BY a DESC", up: "4|9\n1|5",
            says: ["-- fill: column public.t.a: rows in which it is NULL get the default 4"]),
        RowCase(
            "a domain over NULLs", from: "CREATE DOMAIN d AS integer; CREATE TABLE t (a d);",
            rows: "INSERT INTO t VALUES (NULL), (1)",
            to: "CREATE DOMAIN d AS integer NOT NULL; CREATE TABLE t (a d);", query: "SELECT * FROM t ORDER BY a",
            up: "1\n8", decisions: .fills(["t.a": "8"])),
        RowCase(
            "times get a zone", from: "CREATE TABLE t (a timestamp); SET timezone = 'America/Lima';",
            rows: "INSERT INTO t VALUES ('2026-07-01 12:00')", to: "CREATE TABLE t (a timestamptz);",
            query: "SELECT a::timestamptz AT TIME ZONE 'UTC' FROM t", up: "2026-07-01 10:00:00",
            down: "2026-07-01 17:00:00", decisions: .fills([:], zones: ["t.a": "Europe/Berlin"])),
        RowCase(
            "times get the zone UTC, and no row is written anew",
            from:
                "CREATE TABLE t (a timestamp, b timestamp); CREATE TABLE file (node oid); SET timezone = 'America/Lima';",
            rows: """
                INSERT INTO t VALUES ('2026-07-01 12:00', '2026-07-01 13:00');
                INSERT INTO file SELECT pg_relation_filenode('t');
                BEGIN;
                """,
            to: "CREATE TABLE t (a timestamptz, b timestamptz); CREATE TABLE file (node oid);",
            query: """
                SELECT to_timestamp(extract(epoch FROM a)) AT TIME ZONE 'UTC',
                  to_timestamp(extract(epoch FROM b)) AT TIME ZONE 'UTC', node = pg_relation_filenode('t') FROM t, file
                """,
            up: "2026-07-01 12:00:00|2026-07-01 13:00:00|t", down: "2026-07-01 12:00:00|2026-07-01 13:00:00|t",
            omits: ["-- rewrite"], decisions: .fills([:], zones: ["t.a": "UTC", "t.b": "utc"])),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }

    @Test(arguments: [
        RowCase(
            "a new column", from: "CREATE TABLE t (id integer);", rows: "INSERT INTO t VALUES (1)",
            to: "CREATE TABLE t (id integer, c text NOT NULL);", query: "SELECT * FROM t", up: "1",
            says: [
                "-- needs a decision: column public.t.c: fails on rows",
                "ADD COLUMN c text DEFAULT NULL /* autogen:fill public.t.c */ NOT NULL;",
            ]),
        RowCase(
            "a new reference", from: "CREATE TABLE u (id integer PRIMARY KEY); CREATE TABLE t (id integer);",
            rows: "INSERT INTO u VALUES (5); INSERT INTO t VALUES (1)",
            to: """
                CREATE TABLE u (id integer PRIMARY KEY);
                CREATE TABLE t (id integer, u integer NOT NULL REFERENCES u);
                """, query: "SELECT * FROM t", up: "1",
            says: ["-- needs a decision: column public.t.u: "], omits: ["LIMIT"]),
        RowCase(
            "a column with NULLs", from: "CREATE TABLE t (a integer);", rows: "INSERT INTO t VALUES (NULL), (1)",
            to: "CREATE TABLE t (a integer NOT NULL);", query: "SELECT * FROM t", up: "NULL\n1",
            says: ["-- needs a decision: column public.t.a: fails while rows hold NULL in it"]),
        RowCase(
            "a domain over NULLs", from: "CREATE DOMAIN d AS integer; CREATE TABLE t (a d);",
            rows: "INSERT INTO t VALUES (NULL), (1)",
            to: "CREATE DOMAIN d AS integer NOT NULL; CREATE TABLE t (a d);", query: "SELECT * FROM t", up: "NULL\n1",
            says: ["-- needs a decision: column public.t.a: fails while rows hold NULL in it"]),
        RowCase(
            "a domain that refuses NULL",
            from: "CREATE DOMAIN d AS integer NOT NULL; CREATE TABLE t (id integer);", rows: "INSERT INTO t VALUES (1)",
            to: "CREATE DOMAIN d AS integer NOT NULL; CREATE TABLE t (id integer, d d);", query: "SELECT * FROM t",
            up: "1", says: ["-- needs a decision: column public.t.d: fails on rows"]),
    ])
    func `what nobody decided is refused`(_ test: RowCase) async throws { try await test.checkRefused() }

    /// What goes with partitions that go with their table.
    @Test func lossesOfPartitions() async throws {
        let test = RowCase(
            "partitions",
            from: """
                CREATE TABLE p (id integer) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                """, rows: "", to: "CREATE TABLE q ();", query: "SELECT 1", up: "1",
            says: [
                "-- data loss: table public.p: drops the table with its rows",
                "-- data loss: table public.p1: drops the table with its rows",
            ])
        try await test.check()
    }

    @Test func labels() async throws {
        let test = RowCase(
            "a label", from: "CREATE TYPE m AS ENUM ('a', 'b'); CREATE TABLE t (m m);", rows: "",
            to: "CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (m m);", query: "SELECT 1", up: "1",
            says: ["-- data loss: label public.m.b: "])
        try await test.check()
    }
}
