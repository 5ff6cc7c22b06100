import TestSupport
import Testing

/// What came with server 18, but for constraints.
@Suite(.postgres(18...)) struct Server18PlanTests {
    @Test(arguments: [
        PlanCase(
            "virtual columns, the usual kind",
            from: """
                CREATE TABLE t (a integer, c integer GENERATED ALWAYS AS (a * 2) STORED);
                """,
            rows: "INSERT INTO t VALUES (1)", query: "SELECT a FROM t",
            to: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1), c integer GENERATED ALWAYS AS (a * 2));
                """,
            up: """
                ALTER TABLE public.t
                    DROP COLUMN c,
                    ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL,
                    ADD COLUMN c integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL;
                """,
            down: """
                ALTER TABLE public.t
                    DROP COLUMN b,
                    DROP COLUMN c,
                    ADD COLUMN c integer GENERATED ALWAYS AS ((a * 2)) STORED;
                """),
        PlanCase(
            "another expression for a virtual column",
            from: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1));
                CREATE VIEW v AS SELECT b FROM t;
                CREATE TABLE checked (a integer CHECK (a > 0), b integer GENERATED ALWAYS AS (a + 1));
                """,
            rows: "INSERT INTO t VALUES (1); INSERT INTO checked VALUES (1)",
            query: "SELECT t.a, checked.a FROM t, checked",
            to: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 2));
                CREATE VIEW v AS SELECT b FROM t;
                CREATE TABLE checked (a integer CHECK (a > 0), b integer GENERATED ALWAYS AS (a + 2));
                """,
            up: """
                ALTER TABLE public.checked
                    DROP COLUMN b,
                    ADD COLUMN b integer GENERATED ALWAYS AS ((a + 2)) VIRTUAL;
                ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 2));
                """,
            down: """
                ALTER TABLE public.checked
                    DROP COLUMN b,
                    ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL;
                ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 1));
                """),
        PlanCase(
            "generated columns in a publication",
            from: """
                CREATE TABLE t (a integer PRIMARY KEY, b integer GENERATED ALWAYS AS (a + 1) STORED);
                CREATE PUBLICATION p FOR TABLE t;
                """,
            to: """
                CREATE TABLE t (a integer PRIMARY KEY, b integer GENERATED ALWAYS AS (a + 1) STORED);
                CREATE PUBLICATION p FOR TABLE t WITH (publish_generated_columns = stored);
                CREATE PUBLICATION q FOR ALL TABLES WITH (publish_generated_columns = stored);
                """,
            up: """
                ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false, publish_generated_columns = stored);
                CREATE PUBLICATION q FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false, publish_generated_columns = stored);
                """,
            down: """
                DROP PUBLICATION q;
                ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false, publish_generated_columns = none);
                """),
        PlanCase(
            "targets of statistics",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE STATISTICS s ON a, b FROM t;
                CREATE STATISTICS r (mcv) ON a, b FROM t;
                ALTER STATISTICS r SET STATISTICS 0;
                """,
            to: """
                CREATE TABLE t (a integer, b integer);
                CREATE STATISTICS s ON a, b FROM t;
                ALTER STATISTICS s SET STATISTICS 100;
                ALTER TABLE t ALTER COLUMN a SET STATISTICS 0;
                CREATE STATISTICS r (mcv) ON a, b FROM t;
                """,
            up: """
                ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 0;
                ALTER STATISTICS public.r SET STATISTICS -1;
                ALTER STATISTICS public.s SET STATISTICS 100;
                """,
            down: """
                ALTER TABLE public.t ALTER COLUMN a SET STATISTICS -1;
                ALTER STATISTICS public.r SET STATISTICS 0;
                ALTER STATISTICS public.s SET STATISTICS -1;
                """),
        PlanCase(
            "CREATE FOREIGN TABLE LIKE",
            from: """
                CREATE FOREIGN DATA WRAPPER nothing;
                CREATE SERVER elsewhere FOREIGN DATA WRAPPER nothing;
                CREATE TABLE t (a integer NOT NULL DEFAULT 1, b text CHECK (b <> ''));
                """,
            to: """
                CREATE FOREIGN DATA WRAPPER nothing;
                CREATE SERVER elsewhere FOREIGN DATA WRAPPER nothing;
                CREATE TABLE t (a integer NOT NULL DEFAULT 1, b text CHECK (b <> ''));
                CREATE FOREIGN TABLE f (LIKE t INCLUDING ALL) SERVER elsewhere;
                """,
            up: """
                CREATE FOREIGN TABLE public.f (
                    a integer DEFAULT 1 NOT NULL,
                    b text,
                    CONSTRAINT t_b_check CHECK ((b <> ''::text))
                )
                SERVER elsewhere;
                """,
            down: """
                DROP FOREIGN TABLE public.f;
                """),
        PlanCase(
            "default privileges on large objects",
            from: """
                """,
            to: """
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO plan_reader;
                """,
            up: """
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO plan_reader;
                """,
            down: """
                ALTER DEFAULT PRIVILEGES REVOKE SELECT ON LARGE OBJECTS FROM plan_reader;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
