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
                ALTER TABLE public.visit ALTER COLUMN guests TYPE bigint;
                CREATE STATISTICS public.visit_city (dependencies) ON city, guests FROM public.visit;
                CREATE STATISTICS public.visit_day ON date_part('dow'::text, day) FROM public.visit;
                ALTER STATISTICS public.visit_day SET STATISTICS 500;
                COMMENT ON STATISTICS public.visit_city IS 'by city';
                """,
            down: """
                DROP STATISTICS public.visit_city;
                DROP STATISTICS public.visit_day;
                -- may fail: fails if a value of guests does not fit integer
                ALTER TABLE public.visit ALTER COLUMN guests TYPE integer;
                CREATE STATISTICS public.visit_city (ndistinct) ON city, guests FROM public.visit;
                COMMENT ON STATISTICS public.visit_city IS 'by city';
                """),
        PlanCase(
            "statistics keep their target when a column changes",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE STATISTICS s ON a, b FROM t;
                ALTER STATISTICS s SET STATISTICS 50;
                """,
            to: """
                CREATE TABLE t (a bigint, b integer);
                CREATE STATISTICS s ON a, b FROM t;
                ALTER STATISTICS s SET STATISTICS 50;
                """,
            up: """
                DROP STATISTICS public.s;
                ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
                CREATE STATISTICS public.s ON a, b FROM public.t;
                ALTER STATISTICS public.s SET STATISTICS 50;
                """,
            down: """
                DROP STATISTICS public.s;
                -- may fail: fails if a value of a does not fit integer
                ALTER TABLE public.t ALTER COLUMN a TYPE integer;
                CREATE STATISTICS public.s ON a, b FROM public.t;
                ALTER STATISTICS public.s SET STATISTICS 50;
                """),
        PlanCase(
            "statistics and publications over columns in another order",
            from: """
                CREATE TABLE t (b integer, a integer);
                CREATE STATISTICS s ON a, b FROM t;
                CREATE PUBLICATION p FOR TABLE t (a, b);
                """,
            to: """
                CREATE TABLE t (a integer, b integer, c integer);
                CREATE STATISTICS s ON a, b FROM t;
                CREATE PUBLICATION p FOR TABLE t (a, b);
                """,
            up: """
                ALTER TABLE public.t ADD COLUMN c integer;
                """,
            down: """
                -- data loss: column public.t.c: drops the column with its values
                ALTER TABLE public.t DROP COLUMN c;
                """),
        PlanCase(
            "statistics that move to another schema",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE STATISTICS pairs ON a, b FROM t;
                """,
            to: """
                CREATE SCHEMA s;
                CREATE TABLE t (a integer, b integer);
                CREATE STATISTICS s.pairs ON a, b FROM t;
                """,
            up: """
                DROP STATISTICS public.pairs;
                CREATE SCHEMA s;
                CREATE STATISTICS s.pairs ON a, b FROM public.t;
                """,
            down: """
                DROP STATISTICS s.pairs;
                DROP SCHEMA s;
                CREATE STATISTICS public.pairs ON a, b FROM public.t;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
