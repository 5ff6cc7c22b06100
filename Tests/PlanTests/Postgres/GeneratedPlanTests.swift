import TestSupport
import Testing

@Suite struct GeneratedPlanTests {
    @Test(
        .postgres(..<17),
        arguments: [
            PlanCase(
                "another expression",
                from: """
                    CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
                    CREATE INDEX i ON t (b);
                    CREATE VIEW v AS SELECT b FROM t;
                    COMMENT ON COLUMN t.b IS 'computed';
                    """,
                to: """
                    CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED);
                    CREATE INDEX i ON t (b);
                    CREATE VIEW v AS SELECT b FROM t;
                    COMMENT ON COLUMN t.b IS 'computed';
                    """,
                up: """
                    DROP VIEW public.v;
                    ALTER TABLE public.t
                        DROP COLUMN b,
                        ADD COLUMN b integer GENERATED ALWAYS AS ((a + 2)) STORED;
                    CREATE INDEX i ON public.t USING btree (b);
                    COMMENT ON COLUMN public.t.b IS 'computed';
                    CREATE VIEW public.v AS
                     SELECT t.b
                       FROM public.t;
                    """,
                down: """
                    DROP VIEW public.v;
                    ALTER TABLE public.t
                        DROP COLUMN b,
                        ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) STORED;
                    CREATE INDEX i ON public.t USING btree (b);
                    COMMENT ON COLUMN public.t.b IS 'computed';
                    CREATE VIEW public.v AS
                     SELECT t.b
                       FROM public.t;
                    """)
        ])
    func makesColumnsAnew(_ planCase: PlanCase) async throws { try await planCase.check() }

    @Test(arguments: [
        PlanCase(
            "no longer computed",
            from: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
                """,
            to: """
                CREATE TABLE t (a integer, b integer DEFAULT 5);
                """,
            up: """
                ALTER TABLE public.t ALTER COLUMN b DROP EXPRESSION;
                ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 5;
                """,
            down: """
                -- data loss: column public.t.b: drops the column with its values
                ALTER TABLE public.t
                    DROP COLUMN b,
                    ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) STORED;
                """),
        PlanCase(
            "a computed column becomes one of another type",
            from: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
                """,
            to: """
                CREATE TABLE t (a integer, b interval);
                """,
            up: """
                ALTER TABLE public.t ALTER COLUMN b DROP EXPRESSION;
                -- may fail: no cast from integer to interval, so b is read from its text: put the right USING
                -- data loss: column public.t.b: its values may not be the same as interval
                ALTER TABLE public.t ALTER COLUMN b TYPE interval USING b::text::interval;
                """,
            down: """
                -- data loss: column public.t.b: drops the column with its values
                ALTER TABLE public.t
                    DROP COLUMN b,
                    ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) STORED;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
