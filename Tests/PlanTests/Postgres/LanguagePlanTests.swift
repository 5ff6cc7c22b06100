import Testing

@Suite struct LanguagePlanTests {
    @Test(arguments: [
        PlanCase(
            "made, with a function in it",
            from: """

                """,
            to: """
                CREATE TRUSTED LANGUAGE plother HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
                CREATE FUNCTION f() RETURNS integer LANGUAGE plother AS $$ BEGIN RETURN 1; END $$;
                """,
            up: """
                SET check_function_bodies = off;
                CREATE TRUSTED LANGUAGE plother HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS integer
                 LANGUAGE plother
                AS $function$ BEGIN RETURN 1; END $function$;
                """,
            down: """
                DROP FUNCTION public.f();
                DROP LANGUAGE plother;
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
