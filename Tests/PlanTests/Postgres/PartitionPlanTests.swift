import Testing

@Suite struct PartitionPlanTests {
    @Test(arguments: [
        PlanCase(
            "a partitioned table with indexes",
            from: "",
            to: """
                CREATE TABLE t (id integer, at date, k text, PRIMARY KEY (id, at, k)) PARTITION BY RANGE (at);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (k);
                CREATE TABLE t_1_a PARTITION OF t_1 FOR VALUES IN ('a', 'b');
                CREATE TABLE t_rest PARTITION OF t DEFAULT;
                CREATE INDEX t_k ON t (k);
                """,
            up: """
                CREATE TABLE public.t (
                    id integer NOT NULL,
                    at date NOT NULL,
                    k text NOT NULL,
                    CONSTRAINT t_pkey PRIMARY KEY (id, at, k)
                )
                PARTITION BY RANGE (at);
                CREATE TABLE public.t_1 (
                    id integer NOT NULL,
                    at date NOT NULL,
                    k text NOT NULL,
                    CONSTRAINT t_1_pkey PRIMARY KEY (id, at, k)
                )
                PARTITION BY LIST (k);
                CREATE TABLE public.t_1_a (
                    id integer NOT NULL,
                    at date NOT NULL,
                    k text NOT NULL,
                    CONSTRAINT t_1_a_pkey PRIMARY KEY (id, at, k)
                );
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_a FOR VALUES IN ('a', 'b');
                CREATE INDEX t_1_k_idx ON ONLY public.t_1 USING btree (k);
                CREATE INDEX t_1_a_k_idx ON public.t_1_a USING btree (k);
                ALTER INDEX public.t_1_k_idx ATTACH PARTITION public.t_1_a_k_idx;
                ALTER INDEX public.t_1_pkey ATTACH PARTITION public.t_1_a_pkey;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                ALTER INDEX public.t_pkey ATTACH PARTITION public.t_1_pkey;
                CREATE TABLE public.t_rest (
                    id integer NOT NULL,
                    at date NOT NULL,
                    k text NOT NULL,
                    CONSTRAINT t_rest_pkey PRIMARY KEY (id, at, k)
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_rest DEFAULT;
                CREATE INDEX t_k ON ONLY public.t USING btree (k);
                ALTER INDEX public.t_k ATTACH PARTITION public.t_1_k_idx;
                CREATE INDEX t_rest_k_idx ON public.t_rest USING btree (k);
                ALTER INDEX public.t_k ATTACH PARTITION public.t_rest_k_idx;
                ALTER INDEX public.t_pkey ATTACH PARTITION public.t_rest_pkey;
                """,
            down: """
                -- data loss: table public.t: drops the table with its rows
                -- data loss: table public.t_rest: drops the table with its rows
                -- data loss: table public.t_1: drops the table with its rows
                -- data loss: table public.t_1_a: drops the table with its rows
                DROP TABLE public.t;
                """),
        PlanCase(
            "another bound, another partition",
            from: """
                CREATE TABLE t (id integer PRIMARY KEY) PARTITION BY RANGE (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);
                CREATE INDEX i ON t ((id + 1));
                """,
            to: """
                CREATE TABLE t (id integer PRIMARY KEY) PARTITION BY RANGE (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (15);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (15) TO (20);
                CREATE TABLE t_3 PARTITION OF t DEFAULT;
                CREATE INDEX i ON t ((id + 1));
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                CREATE TABLE public.t_3 (
                    id integer NOT NULL,
                    CONSTRAINT t_3_pkey PRIMARY KEY (id)
                );
                -- rewrite: moves the rows of t_1 that belong to t_3
                WITH moved AS (DELETE FROM public.t_1 WHERE ((id >= 0 AND id < 15) OR (id >= 15 AND id < 20)) IS NOT TRUE RETURNING id)
                INSERT INTO public.t_3 (id) SELECT id FROM moved;
                -- rewrite: moves the rows of t_2 that belong to t_1
                WITH moved AS (DELETE FROM public.t_2 WHERE id >= 0 AND id < 15 RETURNING id)
                INSERT INTO public.t_1 (id) SELECT id FROM moved;
                -- rewrite: moves the rows of t_2 that belong to t_3
                WITH moved AS (DELETE FROM public.t_2 WHERE ((id >= 0 AND id < 15) OR (id >= 15 AND id < 20)) IS NOT TRUE RETURNING id)
                INSERT INTO public.t_3 (id) SELECT id FROM moved;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (15);
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (15) TO (20);
                CREATE INDEX t_3_expr_idx ON public.t_3 USING btree (((id + 1)));
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_3 DEFAULT;
                ALTER INDEX public.i ATTACH PARTITION public.t_3_expr_idx;
                ALTER INDEX public.t_pkey ATTACH PARTITION public.t_3_pkey;
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_3;
                -- rewrite: moves the rows of t_1 that belong to t_2
                WITH moved AS (DELETE FROM public.t_1 WHERE id >= 10 AND id < 20 RETURNING id)
                INSERT INTO public.t_2 (id) SELECT id FROM moved;
                -- rewrite: moves the rows of t_3 that belong to t_1
                WITH moved AS (DELETE FROM public.t_3 WHERE id >= 0 AND id < 10 RETURNING id)
                INSERT INTO public.t_1 (id) SELECT id FROM moved;
                -- rewrite: moves the rows of t_3 that belong to t_2
                WITH moved AS (DELETE FROM public.t_3 WHERE id >= 10 AND id < 20 RETURNING id)
                INSERT INTO public.t_2 (id) SELECT id FROM moved;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
                -- data loss: table public.t_3: drops the rows that belong to no other partition
                DROP TABLE public.t_3;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES FROM (10) TO (20);
                """),
        PlanCase(
            "a table is attached, another one detached",
            from: """
                CREATE TABLE t (id integer, n text) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE t_2 (id integer, n text);
                CREATE INDEX i ON t (n);
                """,
            to: """
                CREATE TABLE t (id integer, n text) PARTITION BY LIST (id);
                CREATE TABLE t_1 (id integer, n text);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
                CREATE INDEX i ON t (n);
                """,
            up: """
                -- data loss: partition public.t_1: takes its rows out of public.t; they stay in public.t_1
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                DROP INDEX public.t_1_n_idx;
                CREATE INDEX t_2_n_idx ON public.t_2 USING btree (n);
                -- may fail: fails if a row of t_2 lies outside of its bound
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN (2);
                ALTER INDEX public.i ATTACH PARTITION public.t_2_n_idx;
                """,
            down: """
                -- data loss: partition public.t_2: takes its rows out of public.t; they stay in public.t_2
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                DROP INDEX public.t_2_n_idx;
                CREATE INDEX t_1_n_idx ON public.t_1 USING btree (n);
                -- may fail: fails if a row of t_1 lies outside of its bound
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                ALTER INDEX public.i ATTACH PARTITION public.t_1_n_idx;
                """),
        PlanCase(
            "a trigger, a check and a foreign key of the parent",
            from: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TABLE t (id integer) PARTITION BY HASH (id);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                """,
            to: """
                CREATE TABLE p (id integer PRIMARY KEY);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TABLE t (id integer NOT NULL REFERENCES p CHECK (id > 0)) PARTITION BY HASH (id);
                CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tr();
                """,
            up: """
                -- needs a decision: column public.t.id: fails while rows hold NULL in it, which need a value
                -- may fail: fails if rows break t_id_check
                -- may fail: fails if rows break t_id_fkey
                ALTER TABLE public.t
                    ALTER COLUMN id SET NOT NULL,
                    ADD CONSTRAINT t_id_check CHECK ((id > 0)),
                    ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES public.p(id);
                CREATE TRIGGER tg AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tr();
                """,
            down: """
                DROP TRIGGER tg ON public.t;
                ALTER TABLE public.t
                    DROP CONSTRAINT t_id_check,
                    DROP CONSTRAINT t_id_fkey,
                    ALTER COLUMN id DROP NOT NULL;
                """),
        PlanCase(
            "the type of the key",
            from: """
                CREATE TABLE t (id integer, n text) PARTITION BY RANGE (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                COMMENT ON TABLE t IS 'kept';
                """,
            to: """
                CREATE TABLE t (id bigint, n text) PARTITION BY RANGE (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
                COMMENT ON TABLE t IS 'kept';
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    id bigint,
                    n text
                )
                PARTITION BY RANGE (id);
                COMMENT ON TABLE public.t IS 'kept';
                ALTER TABLE public.t_1 ALTER COLUMN id TYPE bigint;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM ('0') TO ('10');
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    id integer,
                    n text
                )
                PARTITION BY RANGE (id);
                COMMENT ON TABLE public.t IS 'kept';
                -- may fail: fails if a value of id does not fit integer
                ALTER TABLE public.t_1 ALTER COLUMN id TYPE integer;
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
                """),
        PlanCase(
            "a plain table becomes a partitioned one",
            from: """
                CREATE TABLE t (id integer, n text);
                CREATE VIEW v AS SELECT * FROM t;
                """,
            to: """
                CREATE TABLE t (id integer, n text) PARTITION BY RANGE (id);
                CREATE VIEW v AS SELECT * FROM t;
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                DROP VIEW public.v;
                CREATE TABLE public.t (
                    id integer,
                    n text
                )
                PARTITION BY RANGE (id);
                -- rewrite: copies the rows of t__old to t
                -- may fail: fails if a row fits no partition of t
                INSERT INTO public.t (id, n)
                SELECT id, n FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                CREATE VIEW public.v AS
                 SELECT t.id,
                    t.n
                   FROM public.t;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                DROP VIEW public.v;
                CREATE TABLE public.t (
                    id integer,
                    n text
                );
                DROP TABLE public.t__old;
                CREATE VIEW public.v AS
                 SELECT t.id,
                    t.n
                   FROM public.t;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
