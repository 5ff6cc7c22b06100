import Testing

@Suite struct CastPlanTests {
    @Test(arguments: [
        PlanCase(
            "another context, one more cast",
            from: """
                CREATE TYPE pair AS (a integer, b integer);
                CREATE FUNCTION to_pair(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::pair';
                CREATE CAST (integer AS pair) WITH FUNCTION to_pair(integer) AS ASSIGNMENT;
                """,
            to: """
                CREATE TYPE pair AS (a integer, b integer);
                CREATE FUNCTION to_pair(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::pair';
                CREATE CAST (integer AS pair) WITH FUNCTION to_pair(integer);
                CREATE CAST (text AS pair) WITH INOUT AS IMPLICIT;
                COMMENT ON CAST (text AS pair) IS 'as written';
                """,
            up: """
                DROP CAST (integer AS public.pair);
                CREATE CAST (integer AS public.pair) WITH FUNCTION public.to_pair(integer);
                CREATE CAST (text AS public.pair) WITH INOUT AS IMPLICIT;
                COMMENT ON CAST (text AS public.pair) IS 'as written';
                """,
            down: """
                DROP CAST (integer AS public.pair);
                DROP CAST (text AS public.pair);
                CREATE CAST (integer AS public.pair) WITH FUNCTION public.to_pair(integer) AS ASSIGNMENT;
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
