import TestSupport
import Testing

/// NOT NULL constraints with names and more: server 18.
@Suite(.postgres(18...)) struct NotNull18PlanTests {
    @Test(arguments: [
        PlanCase(
            "a name is given, changed and given up",
            from: """
                CREATE TABLE t (a integer NOT NULL, b integer CONSTRAINT b_there NOT NULL, c integer CONSTRAINT c_there NOT NULL);
                """,
            rows: "INSERT INTO t VALUES (1, 2, 3)", query: "SELECT a, b, c FROM t",
            to: """
                CREATE TABLE t (a integer CONSTRAINT a_there NOT NULL, b integer CONSTRAINT b_given NOT NULL, c integer NOT NULL);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "names of constraints that come and go",
            from: """
                CREATE TABLE t (a integer, b integer CONSTRAINT b_there NOT NULL);
                """,
            rows: "INSERT INTO t VALUES (1, 2)", query: "SELECT a, b FROM t",
            to: """
                CREATE TABLE t (a integer CONSTRAINT a_there NOT NULL, b integer);
                CREATE TABLE u (a integer CONSTRAINT a_there NOT NULL, b integer CONSTRAINT b_there NOT NULL NO INHERIT);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "NO INHERIT",
            from: """
                CREATE TABLE t (a integer NOT NULL, b integer NOT NULL NO INHERIT);
                """,
            rows: "INSERT INTO t VALUES (1, 2)", query: "SELECT a, b FROM t",
            to: """
                CREATE TABLE t (a integer NOT NULL NO INHERIT, b integer NOT NULL);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "NOT VALID",
            from: """
                CREATE TABLE t (a integer, b integer);
                ALTER TABLE t ADD CONSTRAINT b_there NOT NULL b NOT VALID;
                """,
            rows: "INSERT INTO t VALUES (1, 2)", query: "SELECT a, b FROM t",
            to: """
                CREATE TABLE t (a integer, b integer CONSTRAINT b_there NOT NULL);
                ALTER TABLE t ADD NOT NULL a NOT VALID;
                CREATE TABLE u (a integer);
                ALTER TABLE u ADD NOT NULL a NOT VALID;
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "comments",
            from: """
                CREATE TABLE t (a integer NOT NULL, b integer NOT NULL);
                COMMENT ON CONSTRAINT t_b_not_null ON t IS 'always there';
                """,
            to: """
                CREATE TABLE t (a integer CONSTRAINT a_there NOT NULL, b integer);
                COMMENT ON CONSTRAINT a_there ON t IS 'since last year';
                CREATE TABLE u (a integer NOT NULL);
                COMMENT ON CONSTRAINT u_a_not_null ON u IS 'given';
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "a name on a parent reaches its heirs",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (b integer) INHERITS (p);
                CREATE TABLE q (a integer NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
                """,
            rows: "INSERT INTO c VALUES (1, 2); INSERT INTO q VALUES (1)", query: "SELECT p.a, q.a FROM p, q",
            to: """
                CREATE TABLE p (a integer CONSTRAINT there NOT NULL);
                CREATE TABLE c (b integer) INHERITS (p);
                CREATE TABLE q (a integer CONSTRAINT there NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
                CREATE TABLE q_2 PARTITION OF q FOR VALUES IN (2);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "an heir refuses NULL where its parent doesn't",
            from: """
                CREATE TABLE p (a integer, b integer);
                CREATE TABLE c () INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM c",
            to: """
                CREATE TABLE p (a integer, b integer);
                CREATE TABLE c (CONSTRAINT there NOT NULL a, NOT NULL b) INHERITS (p);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "names the server chose for other tables and columns",
            from: """
                CREATE TABLE before (a integer NOT NULL, b integer NOT NULL);
                ALTER TABLE before RENAME TO t;
                ALTER TABLE t RENAME COLUMN b TO c;
                """,
            rows: "INSERT INTO t VALUES (1, 2)", query: "SELECT a, c FROM t",
            to: """
                CREATE TABLE t (a integer CONSTRAINT a_there NOT NULL, c integer NOT NULL);
                """,
            up: """
                """,
            down: """
                """),
        PlanCase(
            "a long name",
            from: """
                CREATE TABLE a_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_rather_long integer NOT NULL);
                """,
            to: """
                CREATE TABLE a_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_rather_long integer NOT NULL);
                COMMENT ON CONSTRAINT a_table_with_a_name_that_is_a_column_with_a_name_that_i_not_null
                    ON a_table_with_a_name_that_is_rather_long IS 'long';
                CREATE TABLE another_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_rather_long integer NOT NULL);
                """,
            up: """
                """,
            down: """
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
