import Testing

@Suite struct DefaultPrivilegesPlanTests {
    @Test(arguments: [
        PlanCase(
            "granted, then taken away",
            from: """
                CREATE SCHEMA s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO plan_reader;
                """,
            to: """
                CREATE SCHEMA s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT, INSERT ON TABLES TO plan_reader;
                ALTER DEFAULT PRIVILEGES FOR ROLE plan_writer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE plan_writer GRANT USAGE ON SEQUENCES TO plan_reader WITH GRANT OPTION;
                """,
            up: """
                ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT INSERT ON TABLES TO plan_reader;
                ALTER DEFAULT PRIVILEGES FOR ROLE plan_writer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE plan_writer GRANT USAGE ON SEQUENCES TO plan_reader WITH GRANT OPTION;
                """,
            down: """
                ALTER DEFAULT PRIVILEGES FOR ROLE plan_writer GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE plan_writer REVOKE USAGE ON SEQUENCES FROM plan_reader;
                ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE INSERT ON TABLES FROM plan_reader;
                """),
        PlanCase(
            "a table made under default privileges",
            from: """
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO plan_reader;
                """,
            to: """
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO plan_reader;
                CREATE TABLE t (a integer);
                CREATE TABLE u (a integer);
                REVOKE SELECT ON u FROM plan_reader;
                """,
            up: """
                CREATE TABLE public.t (
                    a integer
                );
                CREATE TABLE public.u (
                    a integer
                );
                REVOKE SELECT ON TABLE public.u FROM plan_reader;
                """,
            down: """
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
                """),
        PlanCase(
            "default privileges that come with tables",
            from: """
                CREATE TABLE t_1 (id integer);
                """,
            to: """
                CREATE TABLE t (id integer) PARTITION BY HASH (id);
                CREATE TABLE t_1 PARTITION OF t (CHECK (id > 0)) FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO plan_reader;
                """,
            up: """
                CREATE TABLE public.t (
                    id integer
                )
                PARTITION BY HASH (id);
                -- may fail: fails if rows break t_1_id_check
                ALTER TABLE public.t_1 ADD CONSTRAINT t_1_id_check CHECK ((id > 0));
                -- may fail: fails if a row of t_1 lies outside of its bound
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES WITH (modulus 2, remainder 0);
                CREATE TABLE public.t_2 (
                    id integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES WITH (modulus 2, remainder 1);
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO plan_reader;
                """,
            down: """
                ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM plan_reader;
                -- data loss: partition public.t_1: takes its rows out of public.t; they stay in public.t_1
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE public.t_1 DROP CONSTRAINT t_1_id_check;
                -- data loss: table public.t: drops the table with its rows
                -- data loss: table public.t_2: drops the table with its rows
                DROP TABLE public.t;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
