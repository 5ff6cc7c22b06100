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
                """,
            down: """
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
                """,
            down: """
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
                """,
            down: """
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
                """,
            down: """
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
                """,
            down: """
                """),
        PlanCase(
            "default privileges on large objects",
            from: """
                """,
            to: """
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO plan_reader;
                """,
            up: """
                """,
            down: """
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
