import Testing

@Suite struct TransformPlanTests {
    @Test(arguments: [
        PlanCase(
            "made, changed and dropped",
            from: """
                CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal));
                """,
            to: """
                CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal), TO SQL WITH FUNCTION int4recv(internal));
                CREATE TRANSFORM FOR bigint LANGUAGE sql (TO SQL WITH FUNCTION int8recv(internal));
                COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';
                """,
            up: """
                CREATE TRANSFORM FOR bigint LANGUAGE sql (TO SQL WITH FUNCTION int8recv(internal));
                COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';
                CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal), TO SQL WITH FUNCTION int4recv(internal));
                """,
            down: """
                DROP TRANSFORM FOR bigint LANGUAGE sql;
                CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal));
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
