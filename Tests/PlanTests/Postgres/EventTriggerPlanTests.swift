import Testing

@Suite struct EventTriggerPlanTests {
    @Test(arguments: [
        PlanCase(
            "made, changed, disabled",
            from: """
                CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                CREATE EVENT TRIGGER one ON ddl_command_start EXECUTE FUNCTION e();
                """,
            to: """
                CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                CREATE EVENT TRIGGER one ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION e();
                CREATE EVENT TRIGGER two ON sql_drop EXECUTE FUNCTION e();
                ALTER EVENT TRIGGER two DISABLE;
                COMMENT ON EVENT TRIGGER two IS 'off';
                """,
            up: """
                DROP EVENT TRIGGER one;
                CREATE EVENT TRIGGER one ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION public.e();
                CREATE EVENT TRIGGER two ON sql_drop EXECUTE FUNCTION public.e();
                ALTER EVENT TRIGGER two DISABLE;
                COMMENT ON EVENT TRIGGER two IS 'off';
                """,
            down: """
                DROP EVENT TRIGGER one;
                DROP EVENT TRIGGER two;
                CREATE EVENT TRIGGER one ON ddl_command_start EXECUTE FUNCTION public.e();
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
