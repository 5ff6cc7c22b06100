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
                ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO a_there;
                ALTER TABLE public.t RENAME CONSTRAINT b_there TO b_given;
                ALTER TABLE public.t RENAME CONSTRAINT c_there TO t_c_not_null;
                """,
            down: """
                ALTER TABLE public.t RENAME CONSTRAINT a_there TO t_a_not_null;
                ALTER TABLE public.t RENAME CONSTRAINT b_given TO b_there;
                ALTER TABLE public.t RENAME CONSTRAINT t_c_not_null TO c_there;
                """),
        PlanCase(
            "children that hold for all rows what their parent does not",
            from: """
                CREATE TABLE z (a integer CONSTRAINT a_there NOT NULL, b integer);
                CREATE TABLE child () INHERITS (z);
                """,
            rows: "INSERT INTO child VALUES (1, 2)", query: "SELECT a, b FROM z",
            to: """
                CREATE TABLE z (a integer, b integer, c integer);
                ALTER TABLE z ADD CONSTRAINT a_there NOT NULL a NOT VALID, ADD CONSTRAINT b_there NOT NULL b NOT VALID;
                CREATE TABLE child () INHERITS (z);
                """,
            up: """
                ALTER TABLE public.z
                    DROP CONSTRAINT a_there,
                    ADD CONSTRAINT a_there NOT NULL a NOT VALID;
                -- may fail: fails if column a holds NULL
                ALTER TABLE public.child VALIDATE CONSTRAINT a_there;
                ALTER TABLE public.z ADD CONSTRAINT b_there NOT NULL b NOT VALID;
                -- may fail: fails if column b holds NULL
                ALTER TABLE public.child VALIDATE CONSTRAINT b_there;
                ALTER TABLE public.z ADD COLUMN c integer;
                """,
            down: """
                -- may fail: fails if column a holds NULL
                -- data loss: column public.z.c: drops the column with its values
                ALTER TABLE public.z
                    VALIDATE CONSTRAINT a_there,
                    ALTER COLUMN b DROP NOT NULL,
                    DROP COLUMN c;
                """),
        PlanCase(
            "children that refuse NULL under names of their own",
            from: """
                CREATE TABLE z (a integer, b integer);
                CREATE TABLE child () INHERITS (z);
                CREATE TABLE grandchild () INHERITS (child);
                """,
            rows: "INSERT INTO grandchild VALUES (1, 2)", query: "SELECT a, b FROM z",
            to: """
                CREATE TABLE z (a integer NOT NULL, b integer CONSTRAINT b_there NOT NULL, c integer NOT NULL DEFAULT 7);
                CREATE TABLE child (CONSTRAINT a_given NOT NULL a, CONSTRAINT b_given NOT NULL b, CONSTRAINT c_given NOT NULL c)
                    INHERITS (z);
                CREATE TABLE grandchild (CONSTRAINT a_known NOT NULL a, CONSTRAINT c_known NOT NULL c) INHERITS (child);
                """,
            up: """
                -- may fail: fails if column a holds NULL
                ALTER TABLE public.grandchild ADD CONSTRAINT a_known NOT NULL a;
                -- may fail: fails if column a holds NULL
                ALTER TABLE public.child ADD CONSTRAINT a_given NOT NULL a;
                -- needs a decision: column public.z.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.z ALTER COLUMN a SET NOT NULL;
                -- may fail: fails if column b holds NULL
                ALTER TABLE public.child ADD CONSTRAINT b_given NOT NULL b;
                -- needs a decision: column public.z.b: fails while rows hold NULL in it, which need a value
                -- fill: column public.z.c: rows get the default 7
                ALTER TABLE public.z
                    ADD CONSTRAINT b_there NOT NULL b,
                    ADD COLUMN c integer DEFAULT 7;
                ALTER TABLE public.grandchild ADD CONSTRAINT c_known NOT NULL c;
                ALTER TABLE public.child ADD CONSTRAINT c_given NOT NULL c;
                ALTER TABLE public.z ALTER COLUMN c SET NOT NULL;
                ALTER TABLE ONLY public.child ALTER COLUMN c SET DEFAULT 7;
                ALTER TABLE ONLY public.grandchild ALTER COLUMN c SET DEFAULT 7;
                """,
            down: """
                ALTER TABLE public.z ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.child ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.grandchild ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.z ALTER COLUMN b DROP NOT NULL;
                ALTER TABLE public.child ALTER COLUMN b DROP NOT NULL;
                -- data loss: column public.z.c: drops the column with its values
                ALTER TABLE public.z DROP COLUMN c;
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
                -- needs a decision: column public.t.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.t
                    ADD CONSTRAINT a_there NOT NULL a,
                    ALTER COLUMN b DROP NOT NULL;
                CREATE TABLE public.u (
                    a integer CONSTRAINT a_there NOT NULL,
                    b integer CONSTRAINT b_there NOT NULL NO INHERIT
                );
                """,
            down: """
                -- needs a decision: column public.t.b: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.t
                    ALTER COLUMN a DROP NOT NULL,
                    ADD CONSTRAINT b_there NOT NULL b;
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
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
                ALTER TABLE public.t
                    ALTER CONSTRAINT t_a_not_null NO INHERIT,
                    ALTER CONSTRAINT t_b_not_null INHERIT;
                """,
            down: """
                ALTER TABLE public.t
                    ALTER CONSTRAINT t_a_not_null INHERIT,
                    ALTER CONSTRAINT t_b_not_null NO INHERIT;
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
                -- may fail: fails if column b holds NULL
                ALTER TABLE public.t
                    ADD NOT NULL a NOT VALID,
                    VALIDATE CONSTRAINT b_there;
                CREATE TABLE public.u (
                    a integer
                );
                ALTER TABLE public.u ADD NOT NULL a NOT VALID;
                """,
            down: """
                ALTER TABLE public.t
                    ALTER COLUMN a DROP NOT NULL,
                    DROP CONSTRAINT b_there,
                    ADD CONSTRAINT b_there NOT NULL b NOT VALID;
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
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
                ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO a_there;
                COMMENT ON CONSTRAINT a_there ON public.t IS 'since last year';
                ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;
                CREATE TABLE public.u (
                    a integer NOT NULL
                );
                COMMENT ON CONSTRAINT u_a_not_null ON public.u IS 'given';
                """,
            down: """
                ALTER TABLE public.t RENAME CONSTRAINT a_there TO t_a_not_null;
                COMMENT ON CONSTRAINT t_a_not_null ON public.t IS NULL;
                -- needs a decision: column public.t.b: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;
                COMMENT ON CONSTRAINT t_b_not_null ON public.t IS 'always there';
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
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
                ALTER TABLE public.t RENAME CONSTRAINT before_a_not_null TO a_there;
                """,
            down: """
                ALTER TABLE public.t RENAME CONSTRAINT a_there TO t_a_not_null;
                """),
        PlanCase(
            "a long name",
            from: """
                CREATE TABLE a_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_rather_long integer NOT NULL);
                """,
            to: """
                CREATE TABLE a_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_rather_long integer NOT NULL);
                COMMENT ON CONSTRAINT a_table_with_a_name_that_is_a_column_with_a_name_that__not_null
                    ON a_table_with_a_name_that_is_rather_long IS 'long';
                CREATE TABLE another_table_with_a_name_that_is_rather_long (a_column_with_a_name_that_is_rather_long integer NOT NULL);
                """,
            up: """
                COMMENT ON CONSTRAINT a_table_with_a_name_that_is_a_column_with_a_name_that__not_null ON public.a_table_with_a_name_that_is_rather_long IS 'long';
                CREATE TABLE public.another_table_with_a_name_that_is_rather_long (
                    a_column_with_a_name_that_is_rather_long integer NOT NULL
                );
                """,
            down: """
                COMMENT ON CONSTRAINT a_table_with_a_name_that_is_a_column_with_a_name_that__not_null ON public.a_table_with_a_name_that_is_rather_long IS NULL;
                -- data loss: table public.another_table_with_a_name_that_is_rather_long: drops the table with its rows
                DROP TABLE public.another_table_with_a_name_that_is_rather_long;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
