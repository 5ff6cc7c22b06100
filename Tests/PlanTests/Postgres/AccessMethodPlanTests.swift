import Testing

@Suite struct AccessMethodPlanTests {
    @Test(arguments: [
        PlanCase(
            "made and dropped with its table",
            from: """
                CREATE TABLE t (id integer);
                """,
            to: """
                CREATE ACCESS METHOD store TYPE TABLE HANDLER heap_tableam_handler;
                COMMENT ON ACCESS METHOD store IS 'another heap';
                CREATE TABLE t (id integer);
                CREATE TABLE u (id integer) USING store;
                """,
            up: """
                CREATE ACCESS METHOD store TYPE TABLE HANDLER heap_tableam_handler;
                COMMENT ON ACCESS METHOD store IS 'another heap';
                CREATE TABLE public.u (
                    id integer
                )
                USING store;
                """,
            down: """
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
                DROP ACCESS METHOD store;
                """),
        PlanCase(
            "of indexes",
            from: """

                """,
            to: """
                CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
                """,
            up: """
                CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
                """,
            down: """
                DROP ACCESS METHOD tree;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
