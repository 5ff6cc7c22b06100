import Testing

@Suite struct RangeTypePlanTests {
    @Test(arguments: [
        PlanCase(
            "a range type with a difference function",
            from: "",
            to: """
                CREATE FUNCTION gap(a time, b time) RETURNS float8 IMMUTABLE LANGUAGE sql AS $$ SELECT extract(epoch FROM a - b)::float8 $$;
                CREATE TYPE hours AS RANGE (subtype = time, subtype_diff = gap, multirange_type_name = plan);
                CREATE TABLE t (h hours, p plan);
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.gap(a time without time zone, b time without time zone)
                 RETURNS double precision
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT extract(epoch FROM a - b)::float8 $function$;
                CREATE TYPE public.hours AS RANGE (
                    subtype = time without time zone,
                    multirange_type_name = public.plan,
                    subtype_diff = public.gap
                );
                CREATE TABLE public.t (
                    h public.hours,
                    p public.plan
                );
                """,
            down: """
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                DROP TYPE public.hours;
                DROP FUNCTION public.gap(time without time zone, time without time zone);
                """),
        PlanCase(
            "another subtype",
            from: """
                CREATE TYPE span AS RANGE (subtype = integer);
                CREATE TABLE t (s span DEFAULT 'empty', n integer);
                CREATE INDEX i ON t USING gist (s);
                """,
            to: """
                CREATE TYPE span AS RANGE (subtype = numeric);
                CREATE TABLE t (s span DEFAULT 'empty', n integer);
                CREATE INDEX i ON t USING gist (s);
                """,
            up: """
                DROP INDEX public.i;
                ALTER TABLE ONLY public.t ALTER COLUMN s DROP DEFAULT;
                ALTER TYPE public.span RENAME TO span__old;
                ALTER TYPE public.span_multirange RENAME TO span_multi__old;
                ALTER FUNCTION public.span_multirange() RENAME TO span_multi__old;
                CREATE TYPE public.span AS RANGE (
                    subtype = numeric,
                    multirange_type_name = public.span_multirange
                );
                -- may fail: fails if a value of s is not one of the new public.span
                ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
                DROP TYPE public.span__old;
                ALTER TABLE ONLY public.t ALTER COLUMN s SET DEFAULT 'empty'::public.span;
                CREATE INDEX i ON public.t USING gist (s);
                """,
            down: """
                DROP INDEX public.i;
                ALTER TABLE ONLY public.t ALTER COLUMN s DROP DEFAULT;
                ALTER TYPE public.span RENAME TO span__old;
                ALTER TYPE public.span_multirange RENAME TO span_multi__old;
                ALTER FUNCTION public.span_multirange() RENAME TO span_multi__old;
                CREATE TYPE public.span AS RANGE (
                    subtype = integer,
                    multirange_type_name = public.span_multirange
                );
                -- may fail: fails if a value of s is not one of the new public.span
                -- data loss: column public.t.s: rounds its values
                ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
                DROP TYPE public.span__old;
                ALTER TABLE ONLY public.t ALTER COLUMN s SET DEFAULT 'empty'::public.span;
                CREATE INDEX i ON public.t USING gist (s);
                """),
        PlanCase(
            "a range in a composite type in a column",
            from: """
                CREATE TYPE span AS RANGE (subtype = integer);
                CREATE TYPE stay AS (during span);
                CREATE TABLE t (s stay);
                """,
            to: """
                CREATE TYPE span AS RANGE (subtype = numeric);
                CREATE TYPE stay AS (during span);
                CREATE TABLE t (s stay);
                """,
            up: """
                ALTER TYPE public.stay RENAME TO stay__old;
                ALTER TYPE public.span RENAME TO span__old;
                ALTER TYPE public.span_multirange RENAME TO span_multi__old;
                ALTER FUNCTION public.span_multirange() RENAME TO span_multi__old;
                CREATE TYPE public.span AS RANGE (
                    subtype = numeric,
                    multirange_type_name = public.span_multirange
                );
                CREATE TYPE public.stay AS (
                    during public.span
                );
                -- may fail: fails if a value of s is not one of the new public.stay
                ALTER TABLE public.t ALTER COLUMN s TYPE public.stay USING s::text::public.stay;
                DROP TYPE public.stay__old;
                DROP TYPE public.span__old;
                """,
            down: """
                ALTER TYPE public.stay RENAME TO stay__old;
                ALTER TYPE public.span RENAME TO span__old;
                ALTER TYPE public.span_multirange RENAME TO span_multi__old;
                ALTER FUNCTION public.span_multirange() RENAME TO span_multi__old;
                CREATE TYPE public.span AS RANGE (
                    subtype = integer,
                    multirange_type_name = public.span_multirange
                );
                CREATE TYPE public.stay AS (
                    during public.span
                );
                -- may fail: fails if a value of s is not one of the new public.stay
                -- data loss: column public.t.s: rounds its values
                ALTER TABLE public.t ALTER COLUMN s TYPE public.stay USING s::text::public.stay;
                DROP TYPE public.stay__old;
                DROP TYPE public.span__old;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
