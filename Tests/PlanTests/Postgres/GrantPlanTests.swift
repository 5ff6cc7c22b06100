import Testing

@Suite struct GrantPlanTests {
    @Test(arguments: [
        PlanCase(
            "tables, columns, sequences, schemas",
            from: """
                CREATE SCHEMA s;
                CREATE TABLE s.t (a integer, b integer);
                CREATE SEQUENCE s.q;
                GRANT SELECT, UPDATE ON s.t TO plan_reader;
                GRANT SELECT (a) ON s.t TO plan_writer;
                """,
            to: """
                CREATE SCHEMA s;
                CREATE TABLE s.t (a integer, b integer);
                CREATE SEQUENCE s.q;
                GRANT USAGE ON SCHEMA s TO plan_reader, PUBLIC;
                GRANT SELECT, DELETE ON s.t TO plan_reader WITH GRANT OPTION;
                GRANT INSERT (a, b), UPDATE (b) ON s.t TO plan_writer;
                GRANT USAGE ON SEQUENCE s.q TO plan_writer;
                """,
            up: """
                GRANT USAGE ON SCHEMA s TO PUBLIC;
                GRANT USAGE ON SCHEMA s TO plan_reader;
                GRANT USAGE ON SEQUENCE s.q TO plan_writer;
                REVOKE SELECT (a) ON TABLE s.t FROM plan_writer;
                GRANT INSERT (a) ON TABLE s.t TO plan_writer;
                GRANT INSERT (b), UPDATE (b) ON TABLE s.t TO plan_writer;
                REVOKE UPDATE ON TABLE s.t FROM plan_reader;
                GRANT SELECT, DELETE ON TABLE s.t TO plan_reader WITH GRANT OPTION;
                """,
            down: """
                REVOKE INSERT (b), UPDATE (b) ON TABLE s.t FROM plan_writer;
                REVOKE USAGE ON SEQUENCE s.q FROM plan_writer;
                REVOKE USAGE ON SCHEMA s FROM PUBLIC;
                REVOKE USAGE ON SCHEMA s FROM plan_reader;
                REVOKE INSERT (a) ON TABLE s.t FROM plan_writer;
                GRANT SELECT (a) ON TABLE s.t TO plan_writer;
                REVOKE DELETE ON TABLE s.t FROM plan_reader;
                REVOKE GRANT OPTION FOR SELECT ON TABLE s.t FROM plan_reader;
                GRANT UPDATE ON TABLE s.t TO plan_reader;
                """),
        PlanCase(
            "taken from PUBLIC on functions and types",
            from: """
                CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE TYPE e AS ENUM ('a');
                """,
            to: """
                CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE TYPE e AS ENUM ('a');
                REVOKE ALL ON FUNCTION f() FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION f() TO plan_reader;
                REVOKE ALL ON PROCEDURE p() FROM PUBLIC;
                REVOKE USAGE ON TYPE e FROM PUBLIC;
                GRANT USAGE ON TYPE e TO plan_writer WITH GRANT OPTION;
                """,
            up: """
                REVOKE USAGE ON TYPE public.e FROM PUBLIC;
                GRANT USAGE ON TYPE public.e TO plan_writer WITH GRANT OPTION;
                REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION public.f() TO plan_reader;
                REVOKE EXECUTE ON PROCEDURE public.p() FROM PUBLIC;
                """,
            down: """
                GRANT EXECUTE ON FUNCTION public.f() TO PUBLIC;
                REVOKE EXECUTE ON FUNCTION public.f() FROM plan_reader;
                GRANT EXECUTE ON PROCEDURE public.p() TO PUBLIC;
                GRANT USAGE ON TYPE public.e TO PUBLIC;
                REVOKE USAGE ON TYPE public.e FROM plan_writer;
                """),
        PlanCase(
            "a column with a grant changes its type and another one goes",
            from: """
                CREATE TABLE t (a varchar(5), b integer);
                CREATE VIEW v AS SELECT a, b FROM t;
                GRANT SELECT (a, b) ON t TO plan_reader;
                GRANT UPDATE (a) ON v TO plan_reader;
                """,
            to: """
                CREATE TABLE t (a text);
                CREATE VIEW v AS SELECT a FROM t;
                GRANT SELECT (a) ON t TO plan_reader;
                GRANT UPDATE (a) ON v TO plan_reader;
                """,
            up: """
                DROP VIEW public.v;
                ALTER TABLE public.t ALTER COLUMN a TYPE text;
                CREATE VIEW public.v AS
                 SELECT t.a
                   FROM public.t;
                GRANT UPDATE (a) ON TABLE public.v TO plan_reader;
                -- data loss: column public.t.b: drops the column with its values
                ALTER TABLE public.t DROP COLUMN b;
                """,
            down: """
                ALTER TABLE public.t ADD COLUMN b integer;
                GRANT SELECT (b) ON TABLE public.t TO plan_reader;
                DROP VIEW public.v;
                -- may fail: fails if a value of a does not fit character varying(5)
                ALTER TABLE public.t ALTER COLUMN a TYPE character varying(5);
                CREATE VIEW public.v AS
                 SELECT t.a,
                    t.b
                   FROM public.t;
                GRANT UPDATE (a) ON TABLE public.v TO plan_reader;
                """),
        PlanCase(
            "a grant on a view goes, those on its columns stay",
            from: """
                CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
                GRANT SELECT ON v TO plan_reader, plan_writer;
                GRANT SELECT (a) ON v TO plan_reader;
                GRANT SELECT (b) ON v TO plan_writer;
                """,
            to: """
                CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
                GRANT INSERT ON v TO plan_writer;
                GRANT SELECT (a) ON v TO plan_reader;
                GRANT SELECT (a, b) ON v TO plan_writer;
                """,
            up: """
                REVOKE SELECT (a) ON TABLE public.v FROM plan_reader;
                REVOKE SELECT (b) ON TABLE public.v FROM plan_writer;
                REVOKE SELECT ON TABLE public.v FROM plan_reader;
                GRANT SELECT (a) ON TABLE public.v TO plan_reader;
                REVOKE SELECT ON TABLE public.v FROM plan_writer;
                GRANT INSERT ON TABLE public.v TO plan_writer;
                GRANT SELECT (a) ON TABLE public.v TO plan_writer;
                GRANT SELECT (b) ON TABLE public.v TO plan_writer;
                """,
            down: """
                REVOKE SELECT (a) ON TABLE public.v FROM plan_writer;
                REVOKE SELECT (b) ON TABLE public.v FROM plan_writer;
                GRANT SELECT ON TABLE public.v TO plan_reader;
                REVOKE INSERT ON TABLE public.v FROM plan_writer;
                GRANT SELECT ON TABLE public.v TO plan_writer;
                GRANT SELECT (b) ON TABLE public.v TO plan_writer;
                """),
        PlanCase(
            "what an owner may do with a column, when it is the owner no longer",
            from: """
                CREATE TABLE t (a integer);
                ALTER TABLE t OWNER TO plan_writer;
                GRANT REFERENCES (a) ON t TO plan_writer;
                """,
            to: """
                CREATE TABLE t (a integer);
                ALTER TABLE t OWNER TO plan_reader;
                GRANT REFERENCES (a) ON t TO plan_writer;
                """,
            up: """
                REVOKE REFERENCES (a) ON TABLE public.t FROM plan_writer;
                ALTER TABLE public.t OWNER TO plan_reader;
                GRANT REFERENCES (a) ON TABLE public.t TO plan_writer;
                """,
            down: """
                ALTER TABLE public.t OWNER TO plan_writer;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
