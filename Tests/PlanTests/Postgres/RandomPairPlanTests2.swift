import Testing

/// More of what random pairs of schemas have shown.
struct RandomPairPlanTests2 {
    @Test(arguments: [
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
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON ONLY public.t USING btree (n) WITH (fillfactor='59');
                -- lock: blocks writes to t_1 while it is built
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
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON ONLY public.t USING btree (n) WITH (fillfactor='64');
                -- lock: blocks writes to t_1 while it is built
                CREATE INDEX t_1_n_idx ON public.t_1 USING btree (n) WITH (fillfactor='64');
                ALTER INDEX public.i ATTACH PARTITION public.t_1_n_idx;
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id) WITH (fillfactor='70');
                -- may fail: fails if rows break t_1_pkey
                ALTER TABLE public.t_1 ADD CONSTRAINT t_1_pkey PRIMARY KEY (id) WITH (fillfactor='70');
                ALTER INDEX public.t_pkey ATTACH PARTITION public.t_1_pkey;
                """),
        PlanCase(
            "a table that is typed no longer loses a column",
            from: """
                CREATE TYPE one AS (a integer, b integer);
                CREATE TABLE t OF one;
                """,
            to: """
                CREATE TABLE t (a integer, c integer);
                """,
            up: """
                ALTER TABLE public.t NOT OF;
                -- data loss: deletes the values of column t.b
                ALTER TABLE public.t DROP COLUMN b;
                DROP TYPE public.one;
                ALTER TABLE public.t ADD COLUMN c integer;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TYPE public.one AS (
                    a integer,
                    b integer
                );
                CREATE TABLE public.t OF public.one;
                -- rewrite: copies the rows of t__old to t
                -- data loss: deletes the values of column t.c
                INSERT INTO public.t (a)
                SELECT a FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "a published table that is partitioned from now on, while the publication changes",
            from: """
                CREATE TABLE t (id integer);
                CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert');
                """,
            to: """
                CREATE TABLE t (id integer) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert, truncate');
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TABLE public.t (
                    id integer
                )
                PARTITION BY LIST (id);
                CREATE TABLE public.t_1 (
                    id integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                ALTER PUBLICATION p SET TABLE ONLY public.t;
                ALTER PUBLICATION p SET (publish = 'insert, truncate', publish_via_partition_root = false);
                -- rewrite: copies the rows of t__old to t
                -- may fail: fails if a row fits no partition of t
                INSERT INTO public.t (id)
                SELECT id FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TABLE public.t (
                    id integer
                );
                -- rewrite: copies the rows of t_1 to t
                INSERT INTO public.t (id)
                SELECT id FROM ONLY public.t_1;
                DROP TABLE public.t_1;
                ALTER PUBLICATION p SET TABLE ONLY public.t;
                ALTER PUBLICATION p SET (publish = 'insert', publish_via_partition_root = false);
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "partitions whose table is made anew keep its checks",
            from: """
                CREATE TABLE t (a integer, b bigint, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (b);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
                """,
            to: """
                CREATE TABLE t (a integer, b text, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (b);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('1');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN ('2');
                """,
            up: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                DROP TABLE public.t;
                -- rewrite: may write the whole table anew
                ALTER TABLE public.t_1 ALTER COLUMN b TYPE text;
                -- rewrite: may write the whole table anew
                ALTER TABLE public.t_2 ALTER COLUMN b TYPE text;
                CREATE TABLE public.t (
                    a integer,
                    b text,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (b);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');
                -- may fail: fails if a row of t_2 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN ('2');
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_2;
                DROP TABLE public.t;
                -- rewrite: may write the whole table anew
                -- may fail: no assignment cast to bigint, so USING: fails if a value of b can't be read as one
                ALTER TABLE public.t_1 ALTER COLUMN b TYPE bigint USING b::bigint;
                -- rewrite: may write the whole table anew
                -- may fail: no assignment cast to bigint, so USING: fails if a value of b can't be read as one
                ALTER TABLE public.t_2 ALTER COLUMN b TYPE bigint USING b::bigint;
                CREATE TABLE public.t (
                    a integer,
                    b bigint,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (b);
                -- may fail: fails if a row of t_1 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');
                -- may fail: fails if a row of t_2 belongs to another partition: the values of b have another place with their new type
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN ('2');
                """),
        PlanCase(
            "a partition of a table in another schema keeps the check",
            from: """
                CREATE SCHEMA s;
                CREATE TABLE s.t (a integer, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF s.t FOR VALUES IN (1);
                """,
            to: """
                CREATE TABLE t (a integer, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            up: """
                ALTER TABLE ONLY s.t DETACH PARTITION public.t_1;
                DROP TABLE s.t;
                DROP SCHEMA s;
                CREATE TABLE public.t (
                    a integer,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (a);
                -- may fail: fails if a row of t_1 lies outside of its bound
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                """,
            down: """
                ALTER TABLE ONLY public.t DETACH PARTITION public.t_1;
                DROP TABLE public.t;
                CREATE SCHEMA s;
                CREATE TABLE s.t (
                    a integer,
                    CONSTRAINT positive CHECK ((a > 0))
                )
                PARTITION BY LIST (a);
                -- may fail: fails if a row of t_1 lies outside of its bound
                ALTER TABLE ONLY s.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
