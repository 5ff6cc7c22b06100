import Testing

@Suite struct RenamingPlanTests {
    @Test(arguments: [
        PlanCase(
            "parts of a table that have another name",
            from: """
                CREATE TABLE p (id integer CONSTRAINT a_pk PRIMARY KEY, x integer CONSTRAINT a_check CHECK (x > 0));
                CREATE TABLE c (id integer CONSTRAINT c_fk REFERENCES p, y integer);
                COMMENT ON CONSTRAINT a_check ON p IS 'positive';
                CREATE INDEX c_old ON c (y) WHERE y > 1;
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER t_old BEFORE UPDATE ON c FOR EACH ROW EXECUTE FUNCTION f();
                ALTER TABLE c DISABLE TRIGGER t_old;
                CREATE POLICY p_old ON c USING (y > 0);
                CREATE RULE r_old AS ON INSERT TO p DO ALSO NOTIFY x;
                CREATE STATISTICS s_old ON id, y FROM c;
                CREATE DOMAIN d AS integer CONSTRAINT d_old CHECK (VALUE > 1);
                ALTER TABLE p CLUSTER ON a_pk;
                """,
            to: """
                CREATE TABLE p (id integer CONSTRAINT b_pk PRIMARY KEY, x integer CONSTRAINT b_check CHECK (x > 0));
                CREATE TABLE c (id integer CONSTRAINT c_fk_2 REFERENCES p, y integer);
                COMMENT ON CONSTRAINT b_check ON p IS 'positive';
                CREATE INDEX c_new ON c (y) WHERE y > 1;
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER t_new BEFORE UPDATE ON c FOR EACH ROW EXECUTE FUNCTION f();
                ALTER TABLE c DISABLE TRIGGER t_new;
                CREATE POLICY p_new ON c USING (y > 0);
                CREATE RULE r_new AS ON INSERT TO p DO ALSO NOTIFY x;
                CREATE STATISTICS s_new ON id, y FROM c;
                CREATE DOMAIN d AS integer CONSTRAINT d_new CHECK (VALUE > 1);
                ALTER TABLE p CLUSTER ON b_pk;
                """,
            up: """
                ALTER TABLE public.c RENAME CONSTRAINT c_fk TO c_fk_2;
                ALTER TABLE public.p RENAME CONSTRAINT a_check TO b_check;
                ALTER TABLE public.p RENAME CONSTRAINT a_pk TO b_pk;
                ALTER DOMAIN public.d RENAME CONSTRAINT d_old TO d_new;
                ALTER INDEX public.c_old RENAME TO c_new;
                ALTER STATISTICS public.s_old RENAME TO s_new;
                ALTER RULE r_old ON public.p RENAME TO r_new;
                ALTER TRIGGER t_old ON public.c RENAME TO t_new;
                ALTER POLICY p_old ON public.c RENAME TO p_new;
                """,
            down: """
                ALTER TABLE public.c RENAME CONSTRAINT c_fk_2 TO c_fk;
                ALTER TABLE public.p RENAME CONSTRAINT b_check TO a_check;
                ALTER TABLE public.p RENAME CONSTRAINT b_pk TO a_pk;
                ALTER DOMAIN public.d RENAME CONSTRAINT d_new TO d_old;
                ALTER INDEX public.c_new RENAME TO c_old;
                ALTER STATISTICS public.s_new RENAME TO s_old;
                ALTER RULE r_new ON public.p RENAME TO r_old;
                ALTER TRIGGER t_new ON public.c RENAME TO t_old;
                ALTER POLICY p_new ON public.c RENAME TO p_old;
                """),
        PlanCase(
            "indexes of a partitioned table",
            from: """
                CREATE TABLE p (id integer PRIMARY KEY, n integer) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
                CREATE INDEX i1 ON p (n);
                """,
            to: """
                CREATE TABLE p (id integer CONSTRAINT key PRIMARY KEY, n integer) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
                CREATE INDEX i2 ON p (n);
                """,
            up: """
                ALTER TABLE public.p RENAME CONSTRAINT p_pkey TO key;
                ALTER INDEX public.i1 RENAME TO i2;
                """,
            down: """
                ALTER TABLE public.p RENAME CONSTRAINT key TO p_pkey;
                ALTER INDEX public.i2 RENAME TO i1;
                """),
        PlanCase(
            "columns of a view",
            from: """
                CREATE TABLE t (id integer, y integer);
                CREATE VIEW v AS SELECT id AS a, y FROM t;
                COMMENT ON COLUMN v.a IS 'first';
                GRANT SELECT ON v TO plan_reader;
                CREATE VIEW w AS SELECT a FROM v;
                """,
            to: """
                CREATE TABLE t (id integer, y integer);
                CREATE VIEW v AS SELECT id AS b, y FROM t;
                COMMENT ON COLUMN v.b IS 'first';
                GRANT SELECT ON v TO plan_reader;
                CREATE VIEW w AS SELECT b AS a FROM v;
                """,
            up: """
                ALTER VIEW public.v RENAME COLUMN a TO b;
                CREATE OR REPLACE VIEW public.v AS
                 SELECT t.id AS b,
                    t.y
                   FROM public.t;
                CREATE OR REPLACE VIEW public.w AS
                 SELECT v.b AS a
                   FROM public.v;
                """,
            down: """
                ALTER VIEW public.v RENAME COLUMN b TO a;
                CREATE OR REPLACE VIEW public.v AS
                 SELECT t.id AS a,
                    t.y
                   FROM public.t;
                CREATE OR REPLACE VIEW public.w AS
                 SELECT v.a
                   FROM public.v;
                """),
    ])
    func scripts(_ test: PlanCase) async throws { try await test.check() }
}
