import Testing

@Suite struct RulePlanTests {
    @Test(arguments: [
        PlanCase(
            "made, changed, disabled",
            from: """
                CREATE TABLE t (a integer);
                CREATE TABLE log (a integer);
                CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a);
                CREATE RULE s AS ON DELETE TO t DO INSTEAD NOTHING;
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE TABLE log (a integer);
                CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO log VALUES (NEW.a); NOTIFY added);
                CREATE RULE u AS ON UPDATE TO t DO INSTEAD NOTHING;
                ALTER TABLE t DISABLE RULE u;
                COMMENT ON RULE r ON t IS 'to the log';
                """,
            up: """
                DROP RULE s ON public.t;
                CREATE OR REPLACE RULE r AS
                    ON INSERT TO public.t DO ( INSERT INTO public.log (a)
                  VALUES (new.a);

                 NOTIFY added;
                );
                CREATE RULE u AS
                    ON UPDATE TO public.t DO INSTEAD NOTHING;
                ALTER TABLE public.t DISABLE RULE u;
                COMMENT ON RULE r ON public.t IS 'to the log';
                """,
            down: """
                COMMENT ON RULE r ON public.t IS NULL;
                DROP RULE u ON public.t;
                CREATE OR REPLACE RULE r AS
                    ON INSERT TO public.t DO  INSERT INTO public.log (a)
                  VALUES (new.a);
                CREATE RULE s AS
                    ON DELETE TO public.t DO INSTEAD NOTHING;
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
