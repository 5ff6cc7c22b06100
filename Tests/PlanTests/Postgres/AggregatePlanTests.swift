import Testing

@Suite struct AggregatePlanTests {
    @Test(arguments: [
        PlanCase(
            "made, with the function it calls",
            from: "",
            to: """
                CREATE FUNCTION step(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT concat(a, b) $$;
                CREATE AGGREGATE glue(text) (SFUNC = step, STYPE = text, INITCOND = '');
                COMMENT ON AGGREGATE glue(text) IS 'all in one';
                CREATE VIEW v AS SELECT glue(x) FROM (VALUES ('a')) AS y(x);
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.step(a text, b text)
                 RETURNS text
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT concat(a, b) $function$;
                CREATE AGGREGATE public.glue(text) (
                    SFUNC = public.step,
                    STYPE = text,
                    INITCOND = ''
                );
                COMMENT ON AGGREGATE public.glue(text) IS 'all in one';
                CREATE VIEW public.v AS
                 SELECT public.glue(y.x) AS glue
                   FROM ( VALUES ('a'::text)) y(x);
                """,
            down: """
                DROP VIEW public.v;
                DROP AGGREGATE public.glue(text);
                DROP FUNCTION public.step(text, text);
                """),
        PlanCase(
            "another option under a view",
            from: """
                CREATE AGGREGATE top(integer) (SFUNC = int4larger, STYPE = integer);
                CREATE VIEW v AS SELECT top(x) FROM (VALUES (1)) AS y(x);
                """,
            to: """
                CREATE AGGREGATE top(integer) (SFUNC = int4larger, STYPE = integer, INITCOND = '0', SORTOP = >);
                CREATE VIEW v AS SELECT top(x) FROM (VALUES (1)) AS y(x);
                """,
            up: """
                SET check_function_bodies = off;
                DROP VIEW public.v;
                DROP AGGREGATE public.top(integer);
                CREATE AGGREGATE public.top(integer) (
                    SFUNC = int4larger,
                    STYPE = integer,
                    INITCOND = '0',
                    SORTOP = OPERATOR(pg_catalog.>)
                );
                CREATE VIEW public.v AS
                 SELECT public.top(y.x) AS top
                   FROM ( VALUES (1)) y(x);
                """,
            down: """
                SET check_function_bodies = off;
                DROP VIEW public.v;
                DROP AGGREGATE public.top(integer);
                CREATE AGGREGATE public.top(integer) (
                    SFUNC = int4larger,
                    STYPE = integer
                );
                CREATE VIEW public.v AS
                 SELECT public.top(y.x) AS top
                   FROM ( VALUES (1)) y(x);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
