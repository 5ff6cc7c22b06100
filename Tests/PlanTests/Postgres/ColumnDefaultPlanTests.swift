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
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
