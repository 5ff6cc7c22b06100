import Testing

@Suite struct OwnerPlanTests {
    @Test(arguments: [
        PlanCase(
            "other owners",
            from: """
                CREATE SCHEMA s;
                CREATE TABLE s.t (id serial PRIMARY KEY);
                CREATE VIEW s.v AS SELECT id FROM s.t;
                CREATE FUNCTION s.f(integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE TYPE s.e AS ENUM ('a');
                CREATE DOMAIN s.d AS text;
                """,
            to: """
                CREATE SCHEMA s AUTHORIZATION plan_writer;
                CREATE TABLE s.t (id serial PRIMARY KEY);
                CREATE VIEW s.v AS SELECT id FROM s.t;
                CREATE FUNCTION s.f(integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE TYPE s.e AS ENUM ('a');
                CREATE DOMAIN s.d AS text;
                ALTER TABLE s.t OWNER TO plan_writer;
                ALTER VIEW s.v OWNER TO plan_reader;
                ALTER FUNCTION s.f(integer) OWNER TO plan_writer;
                ALTER TYPE s.e OWNER TO plan_writer;
                ALTER DOMAIN s.d OWNER TO plan_reader;
                """,
            up: """
                ALTER SCHEMA s OWNER TO plan_writer;
                ALTER TYPE s.e OWNER TO plan_writer;
                ALTER DOMAIN s.d OWNER TO plan_reader;
                ALTER FUNCTION s.f(integer) OWNER TO plan_writer;
                ALTER TABLE s.t OWNER TO plan_writer;
                ALTER VIEW s.v OWNER TO plan_reader;
                """,
            down: """
                ALTER VIEW s.v OWNER TO CURRENT_USER;
                ALTER TABLE s.t OWNER TO CURRENT_USER;
                ALTER FUNCTION s.f(integer) OWNER TO CURRENT_USER;
                ALTER DOMAIN s.d OWNER TO CURRENT_USER;
                ALTER TYPE s.e OWNER TO CURRENT_USER;
                ALTER SCHEMA s OWNER TO CURRENT_USER;
                """),
        PlanCase(
            "an owner and grants together",
            from: """
                CREATE TABLE t (a integer);
                GRANT SELECT ON t TO plan_reader;
                """,
            to: """
                CREATE TABLE t (a integer);
                ALTER TABLE t OWNER TO plan_writer;
                GRANT SELECT, INSERT ON t TO plan_reader;
                REVOKE TRUNCATE ON t FROM plan_writer;
                """,
            up: """
                ALTER TABLE public.t OWNER TO plan_writer;
                GRANT INSERT ON TABLE public.t TO plan_reader;
                REVOKE TRUNCATE ON TABLE public.t FROM plan_writer;
                """,
            down: """
                ALTER TABLE public.t OWNER TO CURRENT_USER;
                GRANT TRUNCATE ON TABLE public.t TO CURRENT_USER;
                REVOKE INSERT ON TABLE public.t FROM plan_reader;
                """),
        PlanCase(
            "a sequence goes with its table to another owner, who has privileges of it already",
            from: """
                CREATE TABLE t (id serial);
                GRANT USAGE ON SEQUENCE t_id_seq TO plan_writer;
                ALTER TABLE t OWNER TO plan_reader;
                """,
            to: """
                CREATE TABLE t (id serial);
                GRANT USAGE ON SEQUENCE t_id_seq TO plan_writer;
                ALTER TABLE t OWNER TO plan_writer;
                """,
            up: """
                ALTER TABLE public.t OWNER TO plan_writer;
                """,
            down: """
                ALTER TABLE public.t OWNER TO plan_reader;
                GRANT USAGE ON SEQUENCE public.t_id_seq TO plan_writer;
                """),
        PlanCase(
            "what an owner may do passes to the next one",
            from: """
                CREATE TABLE kept ();
                CREATE SEQUENCE revoked;
                CREATE TABLE shared ();
                CREATE TABLE left_alone ();
                ALTER TABLE kept OWNER TO plan_reader;
                ALTER SEQUENCE revoked OWNER TO plan_reader;
                ALTER TABLE shared OWNER TO plan_reader;
                ALTER TABLE left_alone OWNER TO plan_reader;
                REVOKE ALL ON SEQUENCE revoked FROM plan_reader;
                GRANT SELECT ON shared TO plan_writer;
                """,
            to: """
                CREATE TABLE kept ();
                CREATE SEQUENCE revoked;
                CREATE TABLE shared ();
                CREATE TABLE left_alone ();
                ALTER TABLE kept OWNER TO plan_writer;
                ALTER SEQUENCE revoked OWNER TO plan_writer;
                ALTER TABLE shared OWNER TO plan_writer;
                ALTER TABLE left_alone OWNER TO plan_writer;
                GRANT SELECT ON kept TO plan_reader;
                REVOKE INSERT, UPDATE ON shared FROM plan_writer;
                """,
            up: """
                ALTER SEQUENCE public.revoked OWNER TO plan_writer;
                GRANT SELECT, UPDATE, USAGE ON SEQUENCE public.revoked TO plan_writer;
                ALTER TABLE public.kept OWNER TO plan_writer;
                GRANT SELECT ON TABLE public.kept TO plan_reader;
                ALTER TABLE public.left_alone OWNER TO plan_writer;
                ALTER TABLE public.shared OWNER TO plan_writer;
                REVOKE INSERT, UPDATE ON TABLE public.shared FROM plan_writer;
                """,
            down: """
                ALTER SEQUENCE public.revoked OWNER TO plan_reader;
                REVOKE SELECT, UPDATE, USAGE ON SEQUENCE public.revoked FROM plan_reader;
                ALTER TABLE public.kept OWNER TO plan_reader;
                ALTER TABLE public.left_alone OWNER TO plan_reader;
                ALTER TABLE public.shared OWNER TO plan_reader;
                GRANT INSERT, UPDATE ON TABLE public.shared TO plan_reader;
                GRANT SELECT ON TABLE public.shared TO plan_writer;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
