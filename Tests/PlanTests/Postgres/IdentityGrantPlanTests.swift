import Testing

@Suite struct IdentityGrantPlanTests {
    @Test(arguments: [
        PlanCase(
            "a comment on the sequence of an identity column",
            from: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                """,
            to: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                COMMENT ON SEQUENCE t_id_seq IS 'numbers';
                """,
            up: """
                COMMENT ON SEQUENCE public.t_id_seq IS 'numbers';
                """,
            down: """
                COMMENT ON SEQUENCE public.t_id_seq IS NULL;
                """),
        PlanCase(
            "on the sequence of an identity column",
            from: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                """,
            to: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                GRANT USAGE ON SEQUENCE t_id_seq TO plan_reader;
                """,
            up: """
                GRANT USAGE ON SEQUENCE public.t_id_seq TO plan_reader;
                """,
            down: """
                REVOKE USAGE ON SEQUENCE public.t_id_seq FROM plan_reader;
                """),
        PlanCase(
            "default privileges give more than the new table has",
            from: """
                ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO plan_reader;
                """,
            to: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO plan_reader;
                """,
            up: """
                CREATE TABLE public.t (
                    id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq) NOT NULL
                );
                REVOKE USAGE ON SEQUENCE public.t_id_seq FROM plan_reader;
                """,
            down: """
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                """),
        PlanCase(
            "an identity that ends with its grant",
            from: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                GRANT SELECT ON SEQUENCE t_id_seq TO plan_reader WITH GRANT OPTION;
                """,
            to: """
                CREATE TABLE t (id integer NOT NULL);
                """,
            up: """
                REVOKE SELECT ON SEQUENCE public.t_id_seq FROM plan_reader;
                ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
                """,
            down: """
                ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq);
                SELECT setval('public.t_id_seq', max(id)) FROM public.t HAVING max(id) > 0;
                GRANT SELECT ON SEQUENCE public.t_id_seq TO plan_reader WITH GRANT OPTION;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
