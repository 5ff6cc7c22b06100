import Testing

@Suite struct PartitionReplacementPlanTests {
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
                -- may fail: fails if a row fits no partition of t_3
                WITH moved AS (DELETE FROM public.t_1 WHERE ((id >= 0 AND id < 15) OR (id >= 15 AND id < 20)) IS NOT TRUE RETURNING id, k)
                INSERT INTO public.t_3 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_2 that belong to t_1
                -- may fail: fails if a row fits no partition of t_1
                WITH moved AS (DELETE FROM public.t_2 WHERE id >= 0 AND id < 15 RETURNING id, k)
                INSERT INTO public.t_1 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_2 that belong to t_3
                -- may fail: fails if a row fits no partition of t_3
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
                -- may fail: fails if a row fits no partition of t_1
                WITH moved AS (DELETE FROM public.t_3 WHERE id >= 0 AND id < 10 RETURNING id, k)
                INSERT INTO public.t_1 (id, k) SELECT id, k FROM moved;
                -- rewrite: moves the rows of t_3 that belong to t_2
                WITH moved AS (DELETE FROM public.t_3 WHERE id >= 10 AND id < 20 RETURNING id, k)
                INSERT INTO public.t_2 (id, k) SELECT id, k FROM moved;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
                -- data loss: table public.t_3: drops the rows that belong to no other partition
                -- data loss: table public.t_3_a: drops the table with its rows
                DROP TABLE public.t_3;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (10) TO (20);
                -- may fail: fails if a row of t_1_a lies outside of its new bound and belongs to no other partition
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_a FOR VALUES IN ('a');
                -- data loss: table public.t_1_c: drops the rows that belong to no other partition
                DROP TABLE public.t_1_c;
                -- may fail: fails if rows break t_k_check
                ALTER TABLE public.t ADD CONSTRAINT t_k_check CHECK ((k <> ''::text));
                """),
        PlanCase(
            "partitions replaced by others while the columns change",
            from: """
                CREATE TABLE t (day date, n smallint NOT NULL) PARTITION BY RANGE (day);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
                """,
            to: """
                CREATE TABLE t (day date, n integer NOT NULL) PARTITION BY RANGE (day);
                CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
                CREATE TABLE t_4 PARTITION OF t FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                CREATE TABLE public.t_3 (
                    day date,
                    n integer NOT NULL
                );
                CREATE TABLE public.t_4 (
                    day date,
                    n integer NOT NULL
                );
                ALTER TABLE public.t ALTER COLUMN n TYPE integer;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
                -- data loss: table public.t_1: drops the rows that belong to no other partition
                DROP TABLE public.t_1;
                -- data loss: table public.t_2: drops the rows that belong to no other partition
                DROP TABLE public.t_2;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_4 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_3;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_4;
                CREATE TABLE public.t_1 (
                    day date,
                    n smallint NOT NULL
                );
                CREATE TABLE public.t_2 (
                    day date,
                    n smallint NOT NULL
                );
                -- may fail: fails if a value of n does not fit smallint
                ALTER TABLE public.t ALTER COLUMN n TYPE smallint;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                -- data loss: table public.t_3: drops the rows that belong to no other partition
                DROP TABLE public.t_3;
                -- data loss: table public.t_4: drops the rows that belong to no other partition
                DROP TABLE public.t_4;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
                """),
        PlanCase(
            "partitions replaced, moved and kept while the columns change",
            from: """
                CREATE TABLE t (day integer, n smallint NOT NULL) PARTITION BY RANGE (day);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);
                CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM (20) TO (30);
                """,
            to: """
                CREATE TABLE t (day integer, n integer NOT NULL) PARTITION BY RANGE (day);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES FROM (0) TO (5);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (15);
                CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM (20) TO (30);
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                CREATE TABLE public.t_0 (
                    day integer,
                    n integer NOT NULL
                );
                -- rewrite: moves the rows of t_1 that belong to t_0
                WITH moved AS (DELETE FROM public.t_1 WHERE day >= 0 AND day < 5 RETURNING day, n)
                INSERT INTO public.t_0 (day, n) SELECT day, n FROM moved;
                -- may fail: fails if a row of t_2 lies outside of its new bound and belongs to no other partition
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (10) TO (15);
                -- data loss: table public.t_1: drops the rows that belong to no other partition
                DROP TABLE public.t_1;
                ALTER TABLE public.t ALTER COLUMN n TYPE integer;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_0 FOR VALUES FROM (0) TO (5);
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_0;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                CREATE TABLE public.t_1 (
                    day integer,
                    n smallint NOT NULL
                );
                -- rewrite: moves the rows of t_0 that belong to t_1
                -- may fail: fails if a value of n does not fit smallint
                WITH moved AS (DELETE FROM public.t_0 WHERE day >= 0 AND day < 10 RETURNING day, n)
                INSERT INTO public.t_1 (day, n) SELECT day, n FROM moved;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (10) TO (20);
                -- data loss: table public.t_0: drops the rows that belong to no other partition
                DROP TABLE public.t_0;
                -- may fail: fails if a value of n does not fit smallint
                ALTER TABLE public.t ALTER COLUMN n TYPE smallint;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
                """),
        PlanCase(
            "another partition while the columns come and go",
            from: """
                CREATE TABLE t (k integer NOT NULL, gone text) PARTITION BY RANGE (k);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                CREATE TABLE alone (k integer NOT NULL, new text);
                """,
            to: """
                CREATE TABLE t (k integer NOT NULL, new text) PARTITION BY RANGE (k);
                CREATE TABLE alone PARTITION OF t FOR VALUES FROM (0) TO (10);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                CREATE TABLE public.t_2 (
                    k integer NOT NULL,
                    new text
                );
                -- data loss: column public.t.gone: drops the column with its values
                ALTER TABLE public.t
                    DROP COLUMN gone,
                    ADD COLUMN new text;
                -- rewrite: moves the rows of t_1 that belong to alone
                WITH moved AS (DELETE FROM public.t_1 WHERE k >= 0 AND k < 10 RETURNING k)
                INSERT INTO public.alone (k) SELECT k FROM moved;
                -- may fail: fails if a row of alone lies outside of its bound
                ALTER TABLE ONLY public.t ATTACH PARTITION public.alone FOR VALUES FROM (0) TO (10);
                -- data loss: table public.t_1: drops the rows that belong to no other partition
                DROP TABLE public.t_1;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (10) TO (20);
                """,
            down: """
                -- data loss: partition public.alone: takes its rows out of public.t; they stay in public.alone
                ALTER TABLE ONLY public.t DETACH PARTITION public.alone;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                CREATE TABLE public.t_1 (
                    k integer NOT NULL,
                    gone text
                );
                -- data loss: column public.t.new: drops the column with its values
                ALTER TABLE public.t
                    DROP COLUMN new,
                    ADD COLUMN gone text;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
                -- data loss: table public.t_2: drops the rows that belong to no other partition
                DROP TABLE public.t_2;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
