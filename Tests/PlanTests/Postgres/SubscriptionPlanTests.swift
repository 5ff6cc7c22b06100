import Testing

@Suite struct SubscriptionPlanTests {
    @Test(arguments: [
        PlanCase(
            "made and dropped",
            from: """

                """,
            to: """
                CREATE SUBSCRIPTION plan_news CONNECTION 'host=news.example dbname=press'
                    PUBLICATION "World News", sports WITH (connect = false, slot_name = 'press', binary = true);
                COMMENT ON SUBSCRIPTION plan_news IS 'from the press';
                """,
            up: """
                -- by hand: subscription plan_news: is made without a connection: make its slot on the other server, then ENABLE and REFRESH PUBLICATION
                CREATE SUBSCRIPTION plan_news
                    CONNECTION 'host=news.example dbname=press'
                    PUBLICATION "World News", sports
                    WITH (connect = false, slot_name = 'press', binary = 'true');
                COMMENT ON SUBSCRIPTION plan_news IS 'from the press';
                """,
            down: """
                ALTER SUBSCRIPTION plan_news SET (slot_name = NONE);
                -- by hand: subscription plan_news: leaves the slot press on the other server, where it has to be dropped
                DROP SUBSCRIPTION plan_news;
                """),
        PlanCase(
            "everything that changes in place",
            from: """
                CREATE SUBSCRIPTION plan_words CONNECTION 'host=words.example' PUBLICATION a, b WITH (connect = false, binary = true);
                """,
            to: """
                CREATE SUBSCRIPTION plan_words CONNECTION 'host=other.example port=5433' PUBLICATION b, c
                    WITH (connect = false, slot_name = 'other', synchronous_commit = 'remote_write');
                """,
            up: """
                ALTER SUBSCRIPTION plan_words CONNECTION 'host=other.example port=5433';
                ALTER SUBSCRIPTION plan_words SET PUBLICATION b, c WITH (refresh = false);
                ALTER SUBSCRIPTION plan_words SET (synchronous_commit = 'remote_write', binary = 'false', slot_name = 'other');
                """,
            down: """
                ALTER SUBSCRIPTION plan_words CONNECTION 'host=words.example';
                ALTER SUBSCRIPTION plan_words SET PUBLICATION a, b WITH (refresh = false);
                ALTER SUBSCRIPTION plan_words SET (binary = 'true', synchronous_commit = 'off', slot_name = 'plan_words');
                """),
        PlanCase(
            "two-phase commit is chosen once",
            from: """
                CREATE SUBSCRIPTION plan_money CONNECTION 'host=bank.example' PUBLICATION a WITH (connect = false, slot_name = NONE);
                """,
            to: """
                CREATE SUBSCRIPTION plan_money CONNECTION 'host=bank.example' PUBLICATION a WITH (connect = false, slot_name = NONE, two_phase = true);
                """,
            up: """
                DROP SUBSCRIPTION plan_money;
                -- by hand: subscription plan_money: is made without a connection: make its slot on the other server, then ENABLE and REFRESH PUBLICATION
                CREATE SUBSCRIPTION plan_money
                    CONNECTION 'host=bank.example'
                    PUBLICATION a
                    WITH (connect = false, slot_name = NONE, two_phase = 'true');
                """,
            down: """
                DROP SUBSCRIPTION plan_money;
                -- by hand: subscription plan_money: is made without a connection: make its slot on the other server, then ENABLE and REFRESH PUBLICATION
                CREATE SUBSCRIPTION plan_money
                    CONNECTION 'host=bank.example'
                    PUBLICATION a
                    WITH (connect = false, slot_name = NONE);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
