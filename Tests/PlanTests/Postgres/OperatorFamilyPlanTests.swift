import Testing

@Suite struct OperatorFamilyPlanTests {
    @Test(arguments: [
        PlanCase(
            "members of the family itself",
            from: """
                CREATE OPERATOR FAMILY numbers USING btree;
                ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
                """,
            to: """
                CREATE OPERATOR FAMILY numbers USING btree;
                ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (integer, bigint), OPERATOR 3 = (integer, bigint), FUNCTION 1 (bigint, integer) btint84cmp(bigint, integer);
                COMMENT ON OPERATOR FAMILY numbers USING btree IS 'of two sizes';
                """,
            up: """
                ALTER OPERATOR FAMILY public.numbers USING btree DROP
                    FUNCTION 1 (integer, bigint);
                ALTER OPERATOR FAMILY public.numbers USING btree ADD
                    OPERATOR 3 =(integer,bigint),
                    FUNCTION 1 (bigint, integer) btint84cmp(bigint,integer);
                COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'of two sizes';
                """,
            down: """
                COMMENT ON OPERATOR FAMILY public.numbers USING btree IS NULL;
                ALTER OPERATOR FAMILY public.numbers USING btree DROP
                    OPERATOR 3 (integer,bigint),
                    FUNCTION 1 (bigint, integer);
                ALTER OPERATOR FAMILY public.numbers USING btree ADD
                    FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint);
                """),
        PlanCase(
            "made and dropped",
            from: """

                """,
            to: """
                CREATE OPERATOR FAMILY numbers USING hash;
                ALTER OPERATOR FAMILY numbers USING hash OWNER TO plan_writer;
                """,
            up: """
                CREATE OPERATOR FAMILY public.numbers USING hash;
                ALTER OPERATOR FAMILY public.numbers USING hash OWNER TO plan_writer;
                """,
            down: """
                DROP OPERATOR FAMILY public.numbers USING hash;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
