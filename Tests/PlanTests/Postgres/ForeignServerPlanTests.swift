import Testing

@Suite struct ForeignServerPlanTests {
    @Test(arguments: [
        PlanCase(
            "a wrapper, a server, mappings and a table",
            from: """

                """,
            to: """
                CREATE FOREIGN DATA WRAPPER files OPTIONS (mode 'fast');
                CREATE SERVER disk TYPE 'ssd' VERSION '2' FOREIGN DATA WRAPPER files OPTIONS (path '/data');
                CREATE USER MAPPING FOR PUBLIC SERVER disk;
                CREATE USER MAPPING FOR plan_reader SERVER disk OPTIONS ("user" 'reader');
                CREATE FOREIGN TABLE logs (line text OPTIONS (col '1')) SERVER disk OPTIONS (name 'log');
                COMMENT ON FOREIGN DATA WRAPPER files IS 'reads files';
                COMMENT ON SERVER disk IS 'the first';
                GRANT USAGE ON FOREIGN SERVER disk TO plan_reader;
                GRANT USAGE ON FOREIGN DATA WRAPPER files TO plan_writer WITH GRANT OPTION;
                """,
            up: """
                CREATE FOREIGN DATA WRAPPER files OPTIONS (mode 'fast');
                GRANT USAGE ON FOREIGN DATA WRAPPER files TO plan_writer WITH GRANT OPTION;
                COMMENT ON FOREIGN DATA WRAPPER files IS 'reads files';
                CREATE SERVER disk TYPE 'ssd' VERSION '2' FOREIGN DATA WRAPPER files OPTIONS (path '/data');
                CREATE USER MAPPING FOR PUBLIC SERVER disk;
                CREATE USER MAPPING FOR plan_reader SERVER disk OPTIONS ("user" 'reader');
                GRANT USAGE ON FOREIGN SERVER disk TO plan_reader;
                COMMENT ON SERVER disk IS 'the first';
                CREATE FOREIGN TABLE public.logs (
                    line text OPTIONS (col '1')
                )
                SERVER disk
                OPTIONS (name 'log');
                """,
            down: """
                DROP USER MAPPING FOR PUBLIC SERVER disk;
                DROP USER MAPPING FOR plan_reader SERVER disk;
                DROP FOREIGN TABLE public.logs;
                DROP SERVER disk;
                DROP FOREIGN DATA WRAPPER files;
                """),
        PlanCase(
            "options change in place",
            from: """
                CREATE FOREIGN DATA WRAPPER files OPTIONS (mode 'fast', level '1');
                CREATE SERVER disk VERSION '2' FOREIGN DATA WRAPPER files OPTIONS (path '/data');
                CREATE USER MAPPING FOR PUBLIC SERVER disk OPTIONS ("user" 'a');
                CREATE FOREIGN TABLE logs (line text) SERVER disk OPTIONS (name 'log');
                """,
            to: """
                CREATE FOREIGN DATA WRAPPER files OPTIONS (mode 'safe');
                CREATE SERVER disk VERSION '3' FOREIGN DATA WRAPPER files OPTIONS (dbname 'd');
                CREATE USER MAPPING FOR PUBLIC SERVER disk OPTIONS ("user" 'b');
                CREATE FOREIGN TABLE logs (line text) SERVER disk OPTIONS (name 'log2');
                """,
            up: """
                ALTER FOREIGN DATA WRAPPER files OPTIONS (DROP level, SET mode 'safe');
                ALTER SERVER disk VERSION '3' OPTIONS (DROP path, ADD dbname 'd');
                ALTER USER MAPPING FOR PUBLIC SERVER disk OPTIONS (SET "user" 'b');
                ALTER FOREIGN TABLE public.logs OPTIONS (SET name 'log2');
                """,
            down: """
                ALTER FOREIGN DATA WRAPPER files OPTIONS (ADD level '1', SET mode 'fast');
                ALTER SERVER disk VERSION '2' OPTIONS (DROP dbname, ADD path '/data');
                ALTER USER MAPPING FOR PUBLIC SERVER disk OPTIONS (SET "user" 'a');
                ALTER FOREIGN TABLE public.logs OPTIONS (SET name 'log');
                """),
        PlanCase(
            "another type makes another server with all that it holds",
            from: """
                CREATE FOREIGN DATA WRAPPER files;
                CREATE SERVER disk TYPE 'ssd' FOREIGN DATA WRAPPER files;
                CREATE USER MAPPING FOR PUBLIC SERVER disk;
                CREATE FOREIGN TABLE logs (line text) SERVER disk;
                """,
            to: """
                CREATE FOREIGN DATA WRAPPER files VALIDATOR postgresql_fdw_validator;
                CREATE SERVER disk TYPE 'tape' FOREIGN DATA WRAPPER files;
                CREATE USER MAPPING FOR PUBLIC SERVER disk;
                CREATE FOREIGN TABLE logs (line text) SERVER disk;
                """,
            up: """
                DROP FOREIGN TABLE public.logs;
                DROP USER MAPPING FOR PUBLIC SERVER disk;
                DROP SERVER disk;
                ALTER FOREIGN DATA WRAPPER files VALIDATOR postgresql_fdw_validator;
                CREATE SERVER disk TYPE 'tape' FOREIGN DATA WRAPPER files;
                CREATE USER MAPPING FOR PUBLIC SERVER disk;
                CREATE FOREIGN TABLE public.logs (
                    line text
                )
                SERVER disk;
                """,
            down: """
                DROP FOREIGN TABLE public.logs;
                DROP USER MAPPING FOR PUBLIC SERVER disk;
                DROP SERVER disk;
                ALTER FOREIGN DATA WRAPPER files NO VALIDATOR;
                CREATE SERVER disk TYPE 'ssd' FOREIGN DATA WRAPPER files;
                CREATE USER MAPPING FOR PUBLIC SERVER disk;
                CREATE FOREIGN TABLE public.logs (
                    line text
                )
                SERVER disk;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
