import TestSupport
import Testing

/// What came with server 17.
@Suite(.postgres(17...)) struct Server17PlanTests {
    @Test(arguments: [
        PlanCase(
            "an identity column of a partitioned table",
            from: """
                CREATE TABLE t (id integer NOT NULL, region text) PARTITION BY LIST (region);
                CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
                """,
            rows: "INSERT INTO t VALUES (1, 'a')", query: "SELECT id, region FROM t",
            to: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, region text) PARTITION BY LIST (region);
                CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
                CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b');
                """,
            up: """
                ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq);
                SELECT setval('public.t_id_seq', max(id)) FROM public.t HAVING max(id) > 0;
                CREATE TABLE public.t_b (
                    id integer NOT NULL,
                    region text
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_b FOR VALUES IN ('b');
                """,
            down: """
                -- data loss: table public.t_b: drops the table with its rows
                DROP TABLE public.t_b;
                ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
                """),
        PlanCase(
            "an exclusion constraint on a partitioned table",
            from: """
                CREATE TABLE t (id integer, span int4range) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                """,
            rows: "INSERT INTO t VALUES (1, '[1,2)')", query: "SELECT id, span FROM t",
            to: """
                CREATE TABLE t (id integer, span int4range, EXCLUDE USING btree (id WITH =, span WITH =)) PARTITION BY LIST (id);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
                CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
                """,
            up: """
                -- may fail: fails if rows break t_id_span_excl
                ALTER TABLE public.t ADD CONSTRAINT t_id_span_excl EXCLUDE USING btree (id WITH =, span WITH =);
                CREATE TABLE public.t_2 (
                    id integer,
                    span int4range
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_2 FOR VALUES IN (2);
                """,
            down: """
                ALTER TABLE public.t DROP CONSTRAINT t_id_span_excl;
                -- data loss: table public.t_2: drops the table with its rows
                DROP TABLE public.t_2;
                """),
        PlanCase(
            "MAINTAIN",
            from: """
                CREATE TABLE t (id integer);
                GRANT SELECT, MAINTAIN ON t TO plan_writer;
                """,
            to: """
                CREATE TABLE t (id integer);
                GRANT SELECT ON t TO plan_writer;
                GRANT MAINTAIN ON t TO plan_reader WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES GRANT MAINTAIN ON TABLES TO plan_reader;
                """,
            up: """
                GRANT MAINTAIN ON TABLE public.t TO plan_reader WITH GRANT OPTION;
                REVOKE MAINTAIN ON TABLE public.t FROM plan_writer;
                ALTER DEFAULT PRIVILEGES GRANT MAINTAIN ON TABLES TO plan_reader;
                """,
            down: """
                ALTER DEFAULT PRIVILEGES REVOKE MAINTAIN ON TABLES FROM plan_reader;
                REVOKE MAINTAIN ON TABLE public.t FROM plan_reader;
                GRANT MAINTAIN ON TABLE public.t TO plan_writer;
                """),
        PlanCase(
            "a builtin collation",
            from: """
                CREATE TABLE t (a text);
                """,
            rows: "INSERT INTO t VALUES ('a')", query: "SELECT a FROM t",
            to: """
                CREATE COLLATION plain (PROVIDER = builtin, LOCALE = 'C.UTF-8');
                CREATE TABLE t (a text COLLATE plain);
                """,
            up: """
                CREATE COLLATION public.plain (provider = builtin, locale = 'C.UTF-8');
                ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.plain;
                """,
            down: """
                ALTER TABLE public.t ALTER COLUMN a TYPE text;
                DROP COLLATION public.plain;
                """),
        PlanCase(
            "event triggers on logins and on REINDEX",
            from: """
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                """,
            to: """
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                CREATE EVENT TRIGGER logins ON login EXECUTE FUNCTION note();
                CREATE EVENT TRIGGER reindexing ON ddl_command_start WHEN TAG IN ('REINDEX') EXECUTE FUNCTION note();
                """,
            up: """
                CREATE EVENT TRIGGER logins ON login EXECUTE FUNCTION public.note();
                CREATE EVENT TRIGGER reindexing ON ddl_command_start WHEN TAG IN ('REINDEX') EXECUTE FUNCTION public.note();
                """,
            down: """
                DROP EVENT TRIGGER logins;
                DROP EVENT TRIGGER reindexing;
                """),
        PlanCase(
            "another expression for a computed column",
            from: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
                CREATE INDEX i ON t (b);
                CREATE VIEW v AS SELECT b FROM t;
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                """,
            rows: "INSERT INTO t VALUES (1); INSERT INTO p VALUES (1)", query: "SELECT t.a, p.a FROM t, p",
            to: """
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED);
                CREATE INDEX i ON t (b);
                CREATE VIEW v AS SELECT b FROM t;
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                """,
            up: """
                ALTER TABLE public.p ALTER COLUMN b SET EXPRESSION AS ((a + 2));
                ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 2));
                """,
            down: """
                ALTER TABLE public.p ALTER COLUMN b SET EXPRESSION AS ((a + 1));
                ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a + 1));
                """),
        PlanCase(
            "another expression beside other types of columns that refuse NULL",
            from: """
                CREATE TABLE t (a integer NOT NULL, b integer GENERATED ALWAYS AS (c + 1) STORED, c integer CHECK (c > 0),
                    z integer NOT NULL);
                """,
            rows: "INSERT INTO t (a, c, z) VALUES (1, 2, 3)", query: "SELECT a, c, z FROM t",
            to: """
                CREATE TABLE t (a bigint NOT NULL, b integer GENERATED ALWAYS AS (z::integer + 1) STORED,
                    c integer CHECK (c > 0), z bigint NOT NULL);
                """,
            up: """
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE bigint,
                    ALTER COLUMN z TYPE bigint;
                ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS (((z)::integer + 1));
                """,
            down: """
                -- may fail: fails if a value of a does not fit integer
                -- may fail: fails if a value of z does not fit integer
                ALTER TABLE public.t
                    DROP COLUMN b,
                    ALTER COLUMN a TYPE integer,
                    ADD COLUMN b integer GENERATED ALWAYS AS ((c + 1)) STORED,
                    ALTER COLUMN z TYPE integer;
                """),
        PlanCase(
            "another expression for a column that a partition computes in its own way",
            from: """
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p (b GENERATED ALWAYS AS (a + 3) STORED) FOR VALUES IN (1);
                """,
            to: """
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p (b GENERATED ALWAYS AS (a + 4) STORED) FOR VALUES IN (1);
                """,
            up: """
                ALTER TABLE public.p_1 ALTER COLUMN b SET EXPRESSION AS ((a + 4));
                """,
            down: """
                ALTER TABLE public.p_1 ALTER COLUMN b SET EXPRESSION AS ((a + 3));
                """),
        PlanCase(
            "a name for what refuses NULL in a domain",
            from: """
                CREATE DOMAIN d AS text NOT NULL;
                CREATE DOMAIN e AS text;
                CREATE DOMAIN f AS text CONSTRAINT given NOT NULL;
                CREATE TABLE t (a d, b e, c f);
                """,
            rows: "INSERT INTO t VALUES ('a', 'b', 'c')", query: "SELECT a, b, c FROM t",
            to: """
                CREATE DOMAIN d AS text CONSTRAINT required NOT NULL;
                COMMENT ON CONSTRAINT required ON DOMAIN d IS 'must be';
                CREATE DOMAIN e AS text CONSTRAINT required NOT NULL;
                CREATE DOMAIN f AS text;
                CREATE TABLE t (a d, b e, c f);
                """,
            up: """
                ALTER DOMAIN public.d RENAME CONSTRAINT d_not_null TO required;
                COMMENT ON CONSTRAINT required ON DOMAIN public.d IS 'must be';
                -- may fail: fails if a column of the domain holds NULL
                -- needs a decision: column public.t.b: fails while rows hold NULL in it, which need a value
                ALTER DOMAIN public.e ADD CONSTRAINT required NOT NULL;
                ALTER DOMAIN public.f DROP NOT NULL;
                """,
            down: """
                ALTER DOMAIN public.d RENAME CONSTRAINT required TO d_not_null;
                COMMENT ON CONSTRAINT d_not_null ON DOMAIN public.d IS NULL;
                ALTER DOMAIN public.e DROP NOT NULL;
                -- may fail: fails if a column of the domain holds NULL
                -- needs a decision: column public.t.c: fails while rows hold NULL in it, which need a value
                ALTER DOMAIN public.f ADD CONSTRAINT given NOT NULL;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
