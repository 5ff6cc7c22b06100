import Testing

@Suite struct BaseTypePlanTests {
    @Test(arguments: [
        PlanCase(
            "made and dropped with the column that uses it",
            from: """
                CREATE TABLE paint (id integer);
                """,
            to: """
                CREATE TYPE color;
                CREATE FUNCTION color_in(cstring) RETURNS color AS 'int4in' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION color_out(color) RETURNS cstring AS 'int4out' LANGUAGE internal IMMUTABLE STRICT;
                CREATE TYPE color (INPUT = color_in, OUTPUT = color_out, LIKE = integer);
                COMMENT ON TYPE color IS 'as a number';
                CREATE TABLE paint (id integer, shade color, mix color[]);
                """,
            up: """
                SET check_function_bodies = off;
                CREATE TYPE public.color;
                CREATE OR REPLACE FUNCTION public.color_in(cstring)
                 RETURNS public.color
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4in$function$;
                CREATE OR REPLACE FUNCTION public.color_out(public.color)
                 RETURNS cstring
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4out$function$;
                CREATE TYPE public.color (
                    INPUT = public.color_in,
                    OUTPUT = public.color_out,
                    INTERNALLENGTH = 4,
                    PASSEDBYVALUE = true,
                    ALIGNMENT = int4,
                    STORAGE = plain
                );
                COMMENT ON TYPE public.color IS 'as a number';
                ALTER TABLE public.paint
                    ADD COLUMN shade public.color,
                    ADD COLUMN mix public.color[];
                """,
            down: """
                -- data loss: column public.paint.shade: drops the column with its values
                -- data loss: column public.paint.mix: drops the column with its values
                ALTER TABLE public.paint
                    DROP COLUMN shade,
                    DROP COLUMN mix;
                DROP TYPE public.color CASCADE;
                """),
        PlanCase(
            "a changed size is a new type; the columns go with it",
            from: """
                CREATE TYPE color;
                CREATE FUNCTION color_in(cstring) RETURNS color AS 'int4in' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION color_out(color) RETURNS cstring AS 'int4out' LANGUAGE internal IMMUTABLE STRICT;
                CREATE TYPE color (INPUT = color_in, OUTPUT = color_out, LIKE = integer);
                CREATE TABLE paint (shade color);
                """,
            to: """
                CREATE TYPE color;
                CREATE FUNCTION color_in(cstring) RETURNS color AS 'int4in' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION color_out(color) RETURNS cstring AS 'int4out' LANGUAGE internal IMMUTABLE STRICT;
                CREATE TYPE color (INPUT = color_in, OUTPUT = color_out, LIKE = integer, DELIMITER = ';');
                CREATE TABLE paint (shade color);
                """,
            up: """
                SET check_function_bodies = off;
                -- data loss: column public.paint.shade: drops the column with its values
                ALTER TABLE public.paint DROP COLUMN shade;
                DROP TYPE public.color CASCADE;
                CREATE TYPE public.color;
                CREATE OR REPLACE FUNCTION public.color_in(cstring)
                 RETURNS public.color
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4in$function$;
                CREATE OR REPLACE FUNCTION public.color_out(public.color)
                 RETURNS cstring
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4out$function$;
                CREATE TYPE public.color (
                    INPUT = public.color_in,
                    OUTPUT = public.color_out,
                    INTERNALLENGTH = 4,
                    PASSEDBYVALUE = true,
                    ALIGNMENT = int4,
                    STORAGE = plain,
                    DELIMITER = ';'
                );
                ALTER TABLE public.paint ADD COLUMN shade public.color;
                """,
            down: """
                SET check_function_bodies = off;
                -- data loss: column public.paint.shade: drops the column with its values
                ALTER TABLE public.paint DROP COLUMN shade;
                DROP TYPE public.color CASCADE;
                CREATE TYPE public.color;
                CREATE OR REPLACE FUNCTION public.color_in(cstring)
                 RETURNS public.color
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4in$function$;
                CREATE OR REPLACE FUNCTION public.color_out(public.color)
                 RETURNS cstring
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4out$function$;
                CREATE TYPE public.color (
                    INPUT = public.color_in,
                    OUTPUT = public.color_out,
                    INTERNALLENGTH = 4,
                    PASSEDBYVALUE = true,
                    ALIGNMENT = int4,
                    STORAGE = plain
                );
                ALTER TABLE public.paint ADD COLUMN shade public.color;
                """),
        PlanCase(
            "what ALTER TYPE can set",
            from: """
                CREATE TYPE color;
                CREATE FUNCTION color_in(cstring) RETURNS color AS 'int4in' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION color_out(color) RETURNS cstring AS 'int4out' LANGUAGE internal IMMUTABLE STRICT;
                CREATE TYPE color (INPUT = color_in, OUTPUT = color_out, LIKE = integer);
                """,
            to: """
                CREATE TYPE color;
                CREATE FUNCTION color_in(cstring) RETURNS color AS 'int4in' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION color_out(color) RETURNS cstring AS 'int4out' LANGUAGE internal IMMUTABLE STRICT;
                CREATE TYPE color (INPUT = color_in, OUTPUT = color_out, LIKE = integer);
                CREATE FUNCTION color_send(color) RETURNS bytea AS 'int4send' LANGUAGE internal IMMUTABLE STRICT;
                ALTER TYPE color SET (SEND = color_send);
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.color_send(public.color)
                 RETURNS bytea
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4send$function$;
                ALTER TYPE public.color SET (SEND = public.color_send);
                """,
            down: """
                ALTER TYPE public.color SET (SEND = NONE);
                DROP FUNCTION public.color_send(public.color);
                """),
        PlanCase(
            "a type that is only announced",
            from: """

                """,
            to: """
                CREATE TYPE later;
                """,
            up: """
                CREATE TYPE public.later;
                """,
            down: """
                DROP TYPE public.later;
                """),
        PlanCase(
            "an announcement that is fulfilled",
            from: """
                CREATE TYPE color;
                """,
            to: """
                CREATE TYPE color;
                CREATE FUNCTION color_in(cstring) RETURNS color AS 'int4in' LANGUAGE internal IMMUTABLE STRICT;
                CREATE FUNCTION color_out(color) RETURNS cstring AS 'int4out' LANGUAGE internal IMMUTABLE STRICT;
                CREATE TYPE color (INPUT = color_in, OUTPUT = color_out, LIKE = integer);
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.color_in(cstring)
                 RETURNS public.color
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4in$function$;
                CREATE OR REPLACE FUNCTION public.color_out(public.color)
                 RETURNS cstring
                 LANGUAGE internal
                 IMMUTABLE STRICT
                AS $function$int4out$function$;
                CREATE TYPE public.color (
                    INPUT = public.color_in,
                    OUTPUT = public.color_out,
                    INTERNALLENGTH = 4,
                    PASSEDBYVALUE = true,
                    ALIGNMENT = int4,
                    STORAGE = plain
                );
                """,
            down: """
                DROP TYPE public.color CASCADE;
                CREATE TYPE public.color;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
