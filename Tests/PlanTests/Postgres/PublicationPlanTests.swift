import Testing

@Suite struct PublicationPlanTests {
    @Test(arguments: [
        PlanCase(
            "the condition is a column alone",
            from: """
                CREATE TABLE note (id integer PRIMARY KEY, live boolean);
                """,
            to: """
                CREATE TABLE note (id integer PRIMARY KEY, live boolean);
                CREATE PUBLICATION feed FOR TABLE note WHERE (live);
                """,
            up: """
                CREATE PUBLICATION feed FOR TABLE ONLY public.note WHERE (live) WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
                """,
            down: """
                DROP PUBLICATION feed;
                """),
        PlanCase(
            "other tables, a schema, other operations",
            from: """
                CREATE SCHEMA app;
                CREATE TABLE note (id integer PRIMARY KEY, body text);
                CREATE TABLE app.page (id integer PRIMARY KEY);
                CREATE PUBLICATION feed FOR TABLE note (id) WHERE (id > 3) WITH (publish = 'insert');
                """,
            to: """
                CREATE SCHEMA app;
                CREATE TABLE note (id integer PRIMARY KEY, body text);
                CREATE TABLE app.page (id integer PRIMARY KEY);
                CREATE PUBLICATION feed FOR TABLE note, TABLES IN SCHEMA app;
                CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);
                """,
            up: """
                CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);
                ALTER PUBLICATION feed SET TABLE ONLY public.note, TABLES IN SCHEMA app;
                ALTER PUBLICATION feed SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
                """,
            down: """
                DROP PUBLICATION everything;
                ALTER PUBLICATION feed SET TABLE ONLY public.note (id) WHERE (id > 3);
                ALTER PUBLICATION feed SET (publish = 'insert', publish_via_partition_root = false);
                """),
        PlanCase(
            "a published table goes",
            from: """
                CREATE TABLE note (id integer PRIMARY KEY);
                CREATE TABLE page (id integer PRIMARY KEY);
                CREATE PUBLICATION feed FOR TABLE note, page;
                """,
            to: """
                CREATE TABLE note (id integer PRIMARY KEY);
                CREATE PUBLICATION feed;
                """,
            up: """
                ALTER PUBLICATION feed DROP TABLE ONLY public.note, ONLY public.page;
                -- data loss: table public.page: drops the table with its rows
                DROP TABLE public.page;
                """,
            down: """
                CREATE TABLE public.page (
                    id integer NOT NULL,
                    CONSTRAINT page_pkey PRIMARY KEY (id)
                );
                ALTER PUBLICATION feed SET TABLE ONLY public.note, ONLY public.page;
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
            "the column that divides a published table goes with the table",
            from: """
                CREATE DOMAIN label AS text;
                CREATE TABLE t (a label, id integer) PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('x');
                CREATE PUBLICATION p FOR TABLE t_1;
                """,
            to: """
                CREATE TABLE u (id integer UNIQUE) PARTITION BY HASH (id);
                CREATE TABLE u_1 PARTITION OF u FOR VALUES WITH (MODULUS 1, REMAINDER 0) PARTITION BY HASH (id);
                CREATE TABLE u_1_1 PARTITION OF u_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
                CREATE PUBLICATION p FOR TABLE u_1, u_1_1;
                """,
            up: """
                CREATE TABLE public.u (
                    id integer,
                    CONSTRAINT u_id_key UNIQUE (id)
                )
                PARTITION BY HASH (id);
                CREATE TABLE public.u_1 (
                    id integer,
                    CONSTRAINT u_1_id_key UNIQUE (id)
                )
                PARTITION BY HASH (id);
                CREATE TABLE public.u_1_1 (
                    id integer,
                    CONSTRAINT u_1_1_id_key UNIQUE (id)
                );
                ALTER TABLE ONLY public.u_1 ATTACH PARTITION public.u_1_1 FOR VALUES WITH (modulus 1, remainder 0);
                ALTER INDEX public.u_1_id_key ATTACH PARTITION public.u_1_1_id_key;
                ALTER TABLE ONLY public.u ATTACH PARTITION public.u_1 FOR VALUES WITH (modulus 1, remainder 0);
                ALTER INDEX public.u_id_key ATTACH PARTITION public.u_1_id_key;
                ALTER PUBLICATION p SET TABLE ONLY public.u_1, ONLY public.u_1_1;
                -- data loss: table public.t: drops the table with its rows
                -- data loss: table public.t_1: drops the table with its rows
                DROP TABLE public.t;
                DROP DOMAIN public.label;
                """,
            down: """
                CREATE DOMAIN public.label AS text;
                CREATE TABLE public.t (
                    a public.label,
                    id integer
                )
                PARTITION BY LIST (a);
                CREATE TABLE public.t_1 (
                    a public.label,
                    id integer
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('x');
                ALTER PUBLICATION p SET TABLE ONLY public.t_1;
                -- data loss: table public.u: drops the table with its rows
                -- data loss: table public.u_1: drops the table with its rows
                -- data loss: table public.u_1_1: drops the table with its rows
                DROP TABLE public.u;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
