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
                GRANT TRUNCATE ON TABLE public.t TO plan_writer;
                ALTER TABLE public.t OWNER TO CURRENT_USER;
                REVOKE INSERT ON TABLE public.t FROM plan_reader;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
