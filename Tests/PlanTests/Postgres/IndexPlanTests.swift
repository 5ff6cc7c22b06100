import Testing

@Suite struct IndexPlanTests {
    @Test(arguments: [
        PlanCase(
            "every kind of index",
            from: """
                CREATE TABLE t (a text, b integer, c jsonb, d int4range, e date);
                """,
            to: """
                CREATE TABLE t (a text, b integer, c jsonb, d int4range, e date);
                CREATE INDEX i1 ON t (lower(a), b DESC NULLS LAST) INCLUDE (e) WHERE b > 0;
                CREATE INDEX i2 ON t USING hash (a);
                CREATE INDEX i3 ON t USING gin (c jsonb_path_ops);
                CREATE INDEX i4 ON t USING gist (d);
                CREATE INDEX i5 ON t USING brin (e) WITH (pages_per_range = 16);
                CREATE UNIQUE INDEX "I 6" ON t (a COLLATE "C" text_pattern_ops, b) NULLS NOT DISTINCT;
                ALTER INDEX i1 ALTER COLUMN 1 SET STATISTICS 50;
                COMMENT ON INDEX "I 6" IS 'quoted';
                """,
            up: """
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX "I 6" ON public.t USING btree (a COLLATE "C" text_pattern_ops, b) NULLS NOT DISTINCT;
                CREATE INDEX i1 ON public.t USING btree (lower(a), b DESC NULLS LAST) INCLUDE (e) WHERE (b > 0);
                ALTER INDEX public.i1 ALTER COLUMN 1 SET STATISTICS 50;
                CREATE INDEX i2 ON public.t USING hash (a);
                CREATE INDEX i3 ON public.t USING gin (c jsonb_path_ops);
                CREATE INDEX i4 ON public.t USING gist (d);
                CREATE INDEX i5 ON public.t USING brin (e) WITH (pages_per_range='16');
                COMMENT ON INDEX public."I 6" IS 'quoted';
                """,
            down: """
                DROP INDEX public."I 6";
                DROP INDEX public.i1;
                DROP INDEX public.i2;
                DROP INDEX public.i3;
                DROP INDEX public.i4;
                DROP INDEX public.i5;
                """),
        PlanCase(
            "another definition, the comment stays",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE INDEX i ON t (a);
                COMMENT ON INDEX i IS 'kept';
                """,
            to: """
                CREATE TABLE t (a integer, b integer);
                CREATE UNIQUE INDEX i ON t (a, b) WHERE a > 0;
                COMMENT ON INDEX i IS 'kept';
                """,
            up: """
                DROP INDEX public.i;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX i ON public.t USING btree (a, b) WHERE (a > 0);
                COMMENT ON INDEX public.i IS 'kept';
                """,
            down: """
                DROP INDEX public.i;
                CREATE INDEX i ON public.t USING btree (a);
                COMMENT ON INDEX public.i IS 'kept';
                """),
        PlanCase(
            "an index moves to another table",
            from: """
                CREATE TABLE t (a integer);
                CREATE TABLE u (a integer);
                CREATE INDEX i ON t (a);
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE TABLE u (a integer);
                CREATE INDEX i ON u (a);
                """,
            up: """
                DROP INDEX public.i;
                CREATE INDEX i ON public.u USING btree (a);
                """,
            down: """
                DROP INDEX public.i;
                CREATE INDEX i ON public.t USING btree (a);
                """),
        PlanCase(
            "an index of a partition over columns that the parent loses",
            from: """
                CREATE TABLE t (id integer, rank integer, extra integer, name text) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE INDEX by_rank ON t_1 (id, rank, extra, name);
                """,
            to: """
                CREATE TABLE t (id integer, letter text NOT NULL) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE INDEX by_rank ON t_1 (id, letter);
                """,
            up: """
                DROP INDEX public.by_rank;
                -- needs a decision: column public.t.letter: fails on rows, which need a value
                ALTER TABLE public.t ADD COLUMN letter text DEFAULT NULL /* autogen:fill public.t.letter */ NOT NULL;
                ALTER TABLE public.t ALTER COLUMN letter DROP DEFAULT;
                CREATE INDEX by_rank ON public.t_1 USING btree (id, letter);
                -- data loss: column public.t.rank: drops the column with its values
                -- data loss: column public.t.extra: drops the column with its values
                -- data loss: column public.t.name: drops the column with its values
                ALTER TABLE public.t
                    DROP COLUMN rank,
                    DROP COLUMN extra,
                    DROP COLUMN name;
                """,
            down: """
                ALTER TABLE public.t
                    ADD COLUMN rank integer,
                    ADD COLUMN extra integer,
                    ADD COLUMN name text;
                -- data loss: column public.t.letter: drops the column with its values
                ALTER TABLE public.t DROP COLUMN letter;
                CREATE INDEX by_rank ON public.t_1 USING btree (id, rank, extra, name);
                """),
        PlanCase(
            "a partitioned table without partitions, which someone else may keep",
            from: """
                CREATE TABLE t (id integer NOT NULL, day date) PARTITION BY RANGE (id);
                """,
            to: """
                CREATE TABLE t (id integer PRIMARY KEY, day date) PARTITION BY RANGE (id);
                CREATE INDEX t_day ON t (day);
                """,
            up: """
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
                CREATE INDEX t_day ON public.t USING btree (day);
                """,
            down: """
                DROP INDEX public.t_day;
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                """),
        PlanCase(
            "parameters of a partitioned index",
            from: """
                CREATE TABLE t (id integer PRIMARY KEY WITH (fillfactor = 70), n integer) PARTITION BY RANGE (id);
                CREATE INDEX i ON t (n) WITH (fillfactor = 64);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9);
                """,
            to: """
                CREATE TABLE t (id integer PRIMARY KEY WITH (fillfactor = 80), n integer) PARTITION BY RANGE (id);
                CREATE INDEX i ON t (n) WITH (fillfactor = 59);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9);
                """,
            up: """
                DROP INDEX public.i;
                CREATE INDEX i ON ONLY public.t USING btree (n) WITH (fillfactor='59');
                CREATE INDEX t_1_n_idx ON public.t_1 USING btree (n) WITH (fillfactor='59');
                ALTER INDEX public.i ATTACH PARTITION public.t_1_n_idx;
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id) WITH (fillfactor='80');
                -- may fail: fails if rows break t_1_pkey
                ALTER TABLE public.t_1 ADD CONSTRAINT t_1_pkey PRIMARY KEY (id) WITH (fillfactor='80');
                ALTER INDEX public.t_pkey ATTACH PARTITION public.t_1_pkey;
                """,
            down: """
                DROP INDEX public.i;
                CREATE INDEX i ON ONLY public.t USING btree (n) WITH (fillfactor='64');
                CREATE INDEX t_1_n_idx ON public.t_1 USING btree (n) WITH (fillfactor='64');
                ALTER INDEX public.i ATTACH PARTITION public.t_1_n_idx;
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id) WITH (fillfactor='70');
                -- may fail: fails if rows break t_1_pkey
                ALTER TABLE public.t_1 ADD CONSTRAINT t_1_pkey PRIMARY KEY (id) WITH (fillfactor='70');
                ALTER INDEX public.t_pkey ATTACH PARTITION public.t_1_pkey;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
