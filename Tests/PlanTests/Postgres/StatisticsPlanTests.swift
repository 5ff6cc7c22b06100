import Testing

@Suite struct StatisticsPlanTests {
    @Test(arguments: [
        PlanCase(
            "other kinds, a target, a column of another type",
            from: """
                CREATE TABLE visit (city text, day date, guests integer);
                CREATE STATISTICS visit_city (ndistinct) ON city, guests FROM visit;
                COMMENT ON STATISTICS visit_city IS 'by city';
                """,
            to: """
                CREATE TABLE visit (city text, day date, guests bigint);
                CREATE STATISTICS visit_city (dependencies) ON city, guests FROM visit;
                COMMENT ON STATISTICS visit_city IS 'by city';
                CREATE STATISTICS visit_day ON date_part('dow', day) FROM visit;
                ALTER STATISTICS visit_day SET STATISTICS 500;
                """,
            up: """
                DROP STATISTICS public.visit_city;
                -- rewrite: may write the whole table anew
                ALTER TABLE public.visit ALTER COLUMN guests TYPE bigint;
                CREATE STATISTICS public.visit_city (dependencies) ON city, guests FROM public.visit;
                CREATE STATISTICS public.visit_day ON date_part('dow'::text, day) FROM public.visit;
                ALTER STATISTICS public.visit_day SET STATISTICS 500;
                COMMENT ON STATISTICS public.visit_city IS 'by city';
                """,
            down: """
                DROP STATISTICS public.visit_city;
                DROP STATISTICS public.visit_day;
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of guests does not fit integer
                ALTER TABLE public.visit ALTER COLUMN guests TYPE integer;
                CREATE STATISTICS public.visit_city (ndistinct) ON city, guests FROM public.visit;
                COMMENT ON STATISTICS public.visit_city IS 'by city';
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
