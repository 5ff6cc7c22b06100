import Testing

@Suite struct PartitionPlanTests2 {
    @Test(arguments: [
        PlanCase(
            "a check of the parent that new and moved partitions share",
            from: """
                CREATE TABLE t (id integer, k text CHECK (k <> '')) PARTITION BY RANGE (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10) PARTITION BY LIST (k);
                CREATE TABLE t_1_a PARTITION OF t_1 FOR VALUES IN ('a');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);
                """,
            to: """
                CREATE TABLE t (id integer CHECK (id >= 0), k text CONSTRAINT t_k_check CHECK (k <> ' ')) PARTITION BY RANGE (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (15) PARTITION BY LIST (k);
                CREATE TABLE t_1_a PARTITION OF t_1 FOR VALUES IN ('a', 'b');
                CREATE TABLE t_1_c PARTITION OF t_1 FOR VALUES IN ('c');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (15) TO (20);
                CREATE TABLE t_3 PARTITION OF t DEFAULT PARTITION BY LIST (k);
                CREATE TABLE t_3_a PARTITION OF t_3 DEFAULT;
                """,
            up: """
                ALTER TABLE public.t DROP CONSTRAINT t_k_check;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_a;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                CREATE TABLE public.t_1_c (
                    id integer,
                    k text
                );
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_a FOR VALUES IN ('a', 'b');
                CREATE TABLE public.t_3 (
                    id integer,
                    k text
                )
                PARTITION BY LIST (k);
                CREATE TABLE public.t_3_a (
                    id integer,
                    k text
                );
                ALTER TABLE ONLY public.t_3 ATTACH PARTITION public.t_3_a DEFAULT;
                -- rewrite: moves the rows of t_1 that belong to t_3
                WITH moved AS (DELETE FROM public.t_1 WHERE ((id >= 0 AND id < 15) OR (id >= 15 AND id < 20)) IS NOT TRUE RETURNING id, k)
                INSERT INTO public.t_3 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_2 that belong to t_1
                WITH moved AS (DELETE FROM public.t_2 WHERE id >= 0 AND id < 15 RETURNING id, k)
                INSERT INTO public.t_1 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_2 that belong to t_3
                WITH moved AS (DELETE FROM public.t_2 WHERE ((id >= 0 AND id < 15) OR (id >= 15 AND id < 20)) IS NOT TRUE RETURNING id, k)
                INSERT INTO public.t_3 (id, k) SELECT id, k FROM moved;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (15);
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (15) TO (20);
                -- may fail: fails if rows break t_id_check
                -- may fail: fails if rows break t_k_check
                ALTER TABLE public.t
                    ADD CONSTRAINT t_id_check CHECK ((id >= 0)),
                    ADD CONSTRAINT t_k_check CHECK ((k <> ' '::text));
                ALTER TABLE public.t_1_c
                    ADD CONSTRAINT t_id_check CHECK ((id >= 0)),
                    ADD CONSTRAINT t_k_check CHECK ((k <> ' '::text));
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_c FOR VALUES IN ('c');
                ALTER TABLE public.t_3
                    ADD CONSTRAINT t_id_check CHECK ((id >= 0)),
                    ADD CONSTRAINT t_k_check CHECK ((k <> ' '::text));
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_3 DEFAULT;
                """,
            down: """
                ALTER TABLE public.t
                    DROP CONSTRAINT t_id_check,
                    DROP CONSTRAINT t_k_check;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_a;
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_c;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_3;
                -- rewrite: moves the rows of t_1 that belong to t_2
                WITH moved AS (DELETE FROM public.t_1 WHERE id >= 10 AND id < 20 RETURNING id, k)
                INSERT INTO public.t_2 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_3 that belong to t_1
                WITH moved AS (DELETE FROM public.t_3 WHERE id >= 0 AND id < 10 RETURNING id, k)
                INSERT INTO public.t_1 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_3 that belong to t_2
                WITH moved AS (DELETE FROM public.t_3 WHERE id >= 10 AND id < 20 RETURNING id, k)
                INSERT INTO public.t_2 (id, k) SELECT id, k FROM moved;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
                -- data loss: deletes all rows of table t_3 that belong to no other partition
                DROP TABLE public.t_3;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (10) TO (20);
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_a FOR VALUES IN ('a');
                -- data loss: deletes all rows of table t_1_c that belong to no other partition
                DROP TABLE public.t_1_c;
                -- may fail: fails if rows break t_k_check
                ALTER TABLE public.t ADD CONSTRAINT t_k_check CHECK ((k <> ''::text));
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
