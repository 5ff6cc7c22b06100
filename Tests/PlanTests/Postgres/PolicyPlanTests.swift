import Testing

@Suite struct PolicyPlanTests {
    @Test(arguments: [
        PlanCase(
            "made, changed, dropped",
            from: """
                CREATE TABLE t (a integer, b text);
                CREATE POLICY one ON t USING (a > 0);
                CREATE POLICY gone ON t FOR SELECT TO plan_reader USING (true);
                COMMENT ON POLICY one ON t IS 'kept';
                """,
            to: """
                CREATE TABLE t (a integer, b text);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                CREATE POLICY one ON t TO plan_reader, plan_writer USING (a > 1) WITH CHECK (b <> '');
                CREATE POLICY two ON t AS RESTRICTIVE FOR DELETE TO PUBLIC USING (b IN ('x', 'y'));
                COMMENT ON POLICY one ON t IS 'kept';
                """,
            up: """
                DROP POLICY gone ON public.t;
                ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
                ALTER POLICY one ON public.t TO plan_reader, plan_writer USING ((a > 1)) WITH CHECK ((b <> ''::text));
                CREATE POLICY two ON public.t AS RESTRICTIVE FOR DELETE USING ((b = ANY (ARRAY['x'::text, 'y'::text])));
                """,
            down: """
                DROP POLICY one ON public.t;
                DROP POLICY two ON public.t;
                ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;
                CREATE POLICY gone ON public.t FOR SELECT TO plan_reader USING (true);
                CREATE POLICY one ON public.t USING ((a > 0));
                COMMENT ON POLICY one ON public.t IS 'kept';
                """),
        PlanCase(
            "a policy asks another table that is made anew",
            from: """
                CREATE TABLE m (id integer, g integer GENERATED ALWAYS AS (id + 1) STORED);
                CREATE TABLE t (a integer);
                CREATE POLICY p ON t USING (EXISTS (SELECT FROM m WHERE m.g = t.a));
                """,
            to: """
                CREATE TABLE m (id integer, g bigint GENERATED ALWAYS AS (id + 2) STORED);
                CREATE TABLE t (a integer);
                CREATE POLICY p ON t USING (EXISTS (SELECT FROM m WHERE m.g = t.a));
                """,
            up: """
                DROP POLICY p ON public.t;
                ALTER TABLE public.m
                    DROP COLUMN g,
                    ADD COLUMN g bigint GENERATED ALWAYS AS ((id + 2)) STORED;
                CREATE POLICY p ON public.t USING ((EXISTS ( SELECT
                   FROM public.m
                  WHERE (m.g = t.a))));
                """,
            down: """
                DROP POLICY p ON public.t;
                ALTER TABLE public.m
                    DROP COLUMN g,
                    ADD COLUMN g integer GENERATED ALWAYS AS ((id + 1)) STORED;
                CREATE POLICY p ON public.t USING ((EXISTS ( SELECT
                   FROM public.m
                  WHERE (m.g = t.a))));
                """),
        PlanCase(
            "a policy lets go of a column that is made anew, and the table changes too",
            from: """
                CREATE TABLE t (a integer, g integer GENERATED ALWAYS AS (a + 1) STORED);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON t USING (g > 0);
                """,
            to: """
                CREATE TABLE t (a integer, g bigint GENERATED ALWAYS AS (a + 2) STORED);
                CREATE POLICY p ON t USING (a > 0);
                """,
            up: """
                ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;
                ALTER POLICY p ON public.t TO PUBLIC USING ((a > 0));
                ALTER TABLE public.t
                    DROP COLUMN g,
                    ADD COLUMN g bigint GENERATED ALWAYS AS ((a + 2)) STORED;
                """,
            down: """
                ALTER TABLE public.t
                    DROP COLUMN g,
                    ENABLE ROW LEVEL SECURITY,
                    ADD COLUMN g integer GENERATED ALWAYS AS ((a + 1)) STORED;
                ALTER POLICY p ON public.t TO PUBLIC USING ((g > 0));
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
