import Testing

@Suite struct CompositePlanTests {
    @Test(arguments: [
        PlanCase(
            "attributes are added and dropped",
            from: """
                CREATE TYPE point3 AS (x real, y real, old text);
                """,
            to: """
                CREATE TYPE point3 AS (x real, y real, z real, "Note" text COLLATE "C");
                """,
            up: """
                -- data loss: attribute public.point3.old: deletes its values
                ALTER TYPE public.point3
                    DROP ATTRIBUTE old,
                    ADD ATTRIBUTE z real,
                    ADD ATTRIBUTE "Note" text COLLATE pg_catalog."C";
                """,
            down: """
                -- data loss: attribute public.point3.z: deletes its values
                -- data loss: attribute public.point3."Note": deletes its values
                ALTER TYPE public.point3
                    DROP ATTRIBUTE z,
                    DROP ATTRIBUTE "Note",
                    ADD ATTRIBUTE old text;
                """),
        PlanCase(
            "another type of an attribute, used by a column",
            from: """
                CREATE TYPE address AS (street text, code integer);
                CREATE TABLE t (a address);
                CREATE FUNCTION town(v address) RETURNS text LANGUAGE sql AS $$ SELECT v.street $$;
                """,
            to: """
                CREATE TYPE address AS (street text, code text);
                CREATE TABLE t (a address);
                CREATE FUNCTION town(v address) RETURNS text LANGUAGE sql AS $$ SELECT v.street $$;
                """,
            up: """
                SET check_function_bodies = off;
                DROP FUNCTION public.town(public.address);
                ALTER TYPE public.address RENAME TO address__old;
                CREATE TYPE public.address AS (
                    street text,
                    code text
                );
                CREATE OR REPLACE FUNCTION public.town(v public.address)
                 RETURNS text
                 LANGUAGE sql
                AS $function$ SELECT v.street $function$;
                -- may fail: fails if a value of a is not one of the new public.address
                ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING a::text::public.address;
                DROP TYPE public.address__old;
                """,
            down: """
                SET check_function_bodies = off;
                DROP FUNCTION public.town(public.address);
                ALTER TYPE public.address RENAME TO address__old;
                CREATE TYPE public.address AS (
                    street text,
                    code integer
                );
                CREATE OR REPLACE FUNCTION public.town(v public.address)
                 RETURNS text
                 LANGUAGE sql
                AS $function$ SELECT v.street $function$;
                -- may fail: fails if a value of a is not one of the new public.address
                ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING a::text::public.address;
                DROP TYPE public.address__old;
                """),
        PlanCase(
            "a type with an attribute of another type and a comment on it",
            from: """
                CREATE SCHEMA app;
                """,
            to: """
                CREATE SCHEMA app;
                CREATE TYPE app.z AS (n integer);
                CREATE TYPE app.a AS (part app.z);
                COMMENT ON COLUMN app.a.part IS 'of the other type';
                """,
            up: """
                CREATE TYPE app.z AS (
                    n integer
                );
                CREATE TYPE app.a AS (
                    part app.z
                );
                COMMENT ON COLUMN app.a.part IS 'of the other type';
                """,
            down: """
                DROP TYPE app.a;
                DROP TYPE app.z;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
