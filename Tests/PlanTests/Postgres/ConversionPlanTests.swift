import Testing

@Suite struct ConversionPlanTests {
    @Test(arguments: [
        PlanCase(
            "made and dropped",
            from: """

                """,
            to: """
                CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
                COMMENT ON CONVERSION latin IS 'as the server has it';
                """,
            up: """
                CREATE CONVERSION public.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
                COMMENT ON CONVERSION public.latin IS 'as the server has it';
                """,
            down: """
                DROP CONVERSION public.latin;
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
