import Testing

@Suite struct ColumnDefaultPlanTests {
    @Test(arguments: [
        PlanCase(
            "set, changed and dropped",
            from: """
                CREATE TABLE t (a integer DEFAULT 1, b text DEFAULT 'x', c timestamptz);
                """,
            to: """
                CREATE TABLE t (a integer DEFAULT 2, b text, c timestamptz DEFAULT now());
                """,
            up: """
                ALTER TABLE ONLY public.t
                    ALTER COLUMN b DROP DEFAULT,
                    ALTER COLUMN a SET DEFAULT 2,
                    ALTER COLUMN c SET DEFAULT now();
                """,
            down: """
                ALTER TABLE ONLY public.t
                    ALTER COLUMN c DROP DEFAULT,
                    ALTER COLUMN a SET DEFAULT 1,
                    ALTER COLUMN b SET DEFAULT 'x'::text;
                """),
        PlanCase(
            "a default calls a new function",
            from: """
                CREATE TABLE t (a text);
                """,
            to: """
                CREATE FUNCTION code() RETURNS text LANGUAGE sql AS $$ SELECT 'c' $$;
                CREATE TABLE t (a text DEFAULT code());
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.code()
                 RETURNS text
                 LANGUAGE sql
                AS $function$ SELECT 'c' $function$;
                ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.code();
                """,
            down: """
                ALTER TABLE ONLY public.t ALTER COLUMN a DROP DEFAULT;
                DROP FUNCTION public.code();
                """),
        PlanCase(
            "an array that is compared with numbers of another type",
            from: """
                CREATE TABLE t (id integer);
                """,
            to: """
                CREATE TABLE t (id integer, n double precision CHECK (n <> ALL (ARRAY[77, 78])));
                """,
            up: """
                -- may fail: fails if rows break t_n_check
                ALTER TABLE public.t
                    ADD COLUMN n double precision,
                    ADD CONSTRAINT t_n_check CHECK ((n <> ALL (ARRAY[77, 78])));
                """,
            down: """
                -- data loss: column public.t.n: drops the column with its values
                ALTER TABLE public.t DROP COLUMN n;
                """),
        PlanCase(
            "a column of another type keeps its compression and storage",
            from: """
                CREATE TABLE t (a varchar COMPRESSION pglz);
                ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL;
                """,
            to: """
                CREATE TABLE t (a text COMPRESSION pglz);
                ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL;
                """,
            up: """
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE text,
                    ALTER COLUMN a SET STORAGE EXTERNAL,
                    ALTER COLUMN a SET COMPRESSION pglz;
                """,
            down: """
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE character varying,
                    ALTER COLUMN a SET STORAGE EXTERNAL,
                    ALTER COLUMN a SET COMPRESSION pglz;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
