import TestSupport
import Testing

/// What came with server 17.
@Suite(.postgres(17...)) struct Server17PlanTests {
    @Test(arguments: [
        PlanCase(
            "an identity column of a partitioned table",
            from: """
                CREATE TABLE t (id integer NOT NULL, region text) PARTITION BY LIST (region);
                CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
                """,
            rows: "INSERT INTO t VALUES (1, 'a')", query: "SELECT id, region FROM t",
            to: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, region text) PARTITION BY LIST (region);
                CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
                CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b');
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "an exclusion constraint on a partitioned table",
            from: """
                CREATE TABLE t (id integer, span int4range) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            rows: "INSERT INTO t VALUES (1, '[1,2)')", query: "SELECT id, span FROM t",
            to: """
                CREATE TABLE t (id integer, span int4range, EXCLUDE USING btree (id WITH =, span WITH =)) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "MAINTAIN",
            from: """
                CREATE TABLE t (id integer);
                GRANT SELECT, MAINTAIN ON t TO plan_writer;
                """,
            to: """
                CREATE TABLE t (id integer);
                GRANT SELECT ON t TO plan_writer;
                GRANT MAINTAIN ON t TO plan_reader WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES GRANT MAINTAIN ON TABLES TO plan_reader;
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "a builtin collation",
            from: """
                CREATE TABLE t (a text);
                """,
            rows: "INSERT INTO t VALUES ('a')", query: "SELECT a FROM t",
            to: """
                CREATE COLLATION plain (PROVIDER = builtin, LOCALE = 'C.UTF-8');
                CREATE TABLE t (a text COLLATE plain);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "event triggers on logins and on REINDEX",
            from: """
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                """,
            to: """
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                CREATE EVENT TRIGGER logins ON login EXECUTE FUNCTION note();
                CREATE EVENT TRIGGER reindexing ON ddl_command_start WHEN TAG IN ('REINDEX') EXECUTE FUNCTION note();
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "another expression for a computed column",
            from: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
                CREATE INDEX i ON t (b);
                CREATE VIEW v AS SELECT b FROM t;
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                """,
            rows: "INSERT INTO t VALUES (1); INSERT INTO p VALUES (1)", query: "SELECT t.a, p.a FROM t, p",
            to: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED);
                CREATE INDEX i ON t (b);
                CREATE VIEW v AS SELECT b FROM t;
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "another expression for a column that a partition computes in its own way",
            from: """
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p (b GENERATED ALWAYS AS (a + 3) STORED) FOR VALUES IN (1);
                """,
            to: """
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p (b GENERATED ALWAYS AS (a + 4) STORED) FOR VALUES IN (1);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "a name for what refuses NULL in a domain",
            from: """
                CREATE DOMAIN d AS text NOT NULL;
                CREATE DOMAIN e AS text;
                CREATE DOMAIN f AS text CONSTRAINT given NOT NULL;
                CREATE TABLE t (a d, b e, c f);
                """,
            rows: "INSERT INTO t VALUES ('a', 'b', 'c')", query: "SELECT a, b, c FROM t",
            to: """
                CREATE DOMAIN d AS text CONSTRAINT required NOT NULL;
                COMMENT ON CONSTRAINT required ON DOMAIN d IS 'must be';
                CREATE DOMAIN e AS text CONSTRAINT required NOT NULL;
                CREATE DOMAIN f AS text;
                CREATE TABLE t (a d, b e, c f);
                """,
            up: """
                """,
            down: """
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
