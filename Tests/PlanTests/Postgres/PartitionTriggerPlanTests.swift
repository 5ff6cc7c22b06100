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
                -- data loss: table public.m: drops the table with its rows
                -- data loss: table public.m1: drops the table with its rows
                DROP TABLE public.m;
                DROP FUNCTION public.log();
                """),
        PlanCase(
            "the partitions of a table whose key changes its type",
            from: """
                CREATE TABLE t (a integer) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2) PARTITION BY LIST (a);
                CREATE TABLE t_2_2 PARTITION OF t_2 FOR VALUES IN (2);
                """,
            to: """
                CREATE TABLE t (a text) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('1');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN ('2') PARTITION BY LIST (a);
                CREATE TABLE t_2_2 PARTITION OF t_2 FOR VALUES IN ('2');
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t_2 DETACH PARTITION public.t_2_2;
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    a text
                )
                PARTITION BY LIST (a);
                ALTER TABLE public.t_1 ALTER COLUMN a TYPE text;
                CREATE TABLE public.t_2 (
                    a text
                )
                PARTITION BY LIST (a);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');
                -- may fail: fails if a row of t_2 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN ('2');
                ALTER TABLE public.t_2_2 ALTER COLUMN a TYPE text;
                -- may fail: fails if a row of t_2_2 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t_2 ATTACH PARTITION public.t_2_2 FOR VALUES IN ('2');
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t_2 DETACH PARTITION public.t_2_2;
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    a integer
                )
                PARTITION BY LIST (a);
                -- may fail: no assignment cast to integer, so USING: fails if a value of a can't be read as one
                ALTER TABLE public.t_1 ALTER COLUMN a TYPE integer USING a::integer;
                CREATE TABLE public.t_2 (
                    a integer
                )
                PARTITION BY LIST (a);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                -- may fail: fails if a row of t_2 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN (2);
                -- may fail: no assignment cast to integer, so USING: fails if a value of a can't be read as one
                ALTER TABLE public.t_2_2 ALTER COLUMN a TYPE integer USING a::integer;
                -- may fail: fails if a row of t_2_2 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t_2 ATTACH PARTITION public.t_2_2 FOR VALUES IN (2);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
