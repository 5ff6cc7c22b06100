import Testing

@Suite struct PartitionTriggerPlanTests {
    @Test(arguments: [
        PlanCase(
            "off on one partition",
            from: """
                CREATE FUNCTION log() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql;
                CREATE TABLE m (id integer) PARTITION BY LIST (id);
                CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
                CREATE TRIGGER changed AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION log();
                """,
            to: """
                CREATE FUNCTION log() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql;
                CREATE TABLE m (id integer) PARTITION BY LIST (id);
                CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
                CREATE TRIGGER changed AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION log();
                ALTER TABLE m1 DISABLE TRIGGER changed;
                """,
            up: """
                ALTER TABLE public.m1 DISABLE TRIGGER changed;
                """,
            down: """
                ALTER TABLE public.m1 ENABLE TRIGGER changed;
                """),
        PlanCase(
            "off on a partition, and the whole changes",
            from: """
                CREATE FUNCTION log() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql;
                CREATE TABLE m (id integer) PARTITION BY LIST (id);
                CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
                CREATE TRIGGER changed AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION log();
                ALTER TABLE m1 DISABLE TRIGGER changed;
                """,
            to: """
                CREATE FUNCTION log() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql;
                CREATE TABLE m (id integer) PARTITION BY LIST (id);
                CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
                CREATE TRIGGER changed AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION log();
                ALTER TABLE m ENABLE ALWAYS TRIGGER changed;
                ALTER TABLE m1 DISABLE TRIGGER changed;
                """,
            up: """
                ALTER TABLE public.m1 ENABLE ALWAYS TRIGGER changed;
                ALTER TABLE public.m ENABLE ALWAYS TRIGGER changed;
                ALTER TABLE public.m1 DISABLE TRIGGER changed;
                """,
            down: """
                ALTER TABLE public.m1 ENABLE TRIGGER changed;
                ALTER TABLE public.m ENABLE TRIGGER changed;
                ALTER TABLE public.m1 DISABLE TRIGGER changed;
                """),
        PlanCase(
            "made with all",
            from: """

                """,
            to: """
                CREATE FUNCTION log() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql;
                CREATE TABLE m (id integer) PARTITION BY LIST (id);
                CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
                CREATE TRIGGER changed AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION log();
                ALTER TABLE m1 DISABLE TRIGGER changed;
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.log()
                 RETURNS trigger
                 LANGUAGE plpgsql
                AS $function$BEGIN RETURN NULL; END$function$;
                CREATE TABLE public.m (
                    id integer
                )
                PARTITION BY LIST (id);
                CREATE TRIGGER changed AFTER INSERT ON public.m FOR EACH ROW EXECUTE FUNCTION public.log();
                CREATE TABLE public.m1 (
                    id integer
                );
                ALTER TABLE ONLY public.m ATTACH PARTITION public.m1 FOR VALUES IN (1);
                ALTER TABLE public.m1 DISABLE TRIGGER changed;
                """,
            down: """
                -- data loss: deletes all rows of table m
                DROP TABLE public.m;
                DROP FUNCTION public.log();
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
