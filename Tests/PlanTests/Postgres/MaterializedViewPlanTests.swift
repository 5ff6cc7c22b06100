import Testing

@Suite struct MaterializedViewPlanTests {
    @Test(arguments: [
        PlanCase(
            "the index that it is sorted by",
            from: """
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS a, 2 AS b;
                CREATE INDEX i ON m (a);
                """,
            to: """
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS a, 2 AS b;
                CREATE INDEX i ON m (a);
                ALTER MATERIALIZED VIEW m CLUSTER ON i;
                """,
            up: """
                ALTER MATERIALIZED VIEW public.m CLUSTER ON i;
                """,
            down: """
                ALTER MATERIALIZED VIEW public.m SET WITHOUT CLUSTER;
                """),
        PlanCase(
            "another query, its index, comment and grant come back",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
                CREATE UNIQUE INDEX m_a ON m (a);
                CREATE VIEW v AS SELECT a FROM m;
                COMMENT ON MATERIALIZED VIEW m IS 'kept';
                COMMENT ON COLUMN m.a IS 'kept too';
                GRANT SELECT ON m TO plan_reader;
                """,
            to: """
                CREATE TABLE t (a integer, b integer);
                CREATE MATERIALIZED VIEW m WITH (fillfactor = 90) AS SELECT a, b FROM t WHERE b > 0;
                CREATE UNIQUE INDEX m_a ON m (a);
                CREATE VIEW v AS SELECT a FROM m;
                COMMENT ON MATERIALIZED VIEW m IS 'kept';
                COMMENT ON COLUMN m.a IS 'kept too';
                GRANT SELECT ON m TO plan_reader;
                """,
            up: """
                DROP VIEW public.v;
                DROP MATERIALIZED VIEW public.m;
                CREATE MATERIALIZED VIEW public.m WITH (fillfactor='90') AS
                 SELECT t.a,
                    t.b
                   FROM public.t
                  WHERE (t.b > 0);
                CREATE VIEW public.v AS
                 SELECT m.a
                   FROM public.m;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
                GRANT SELECT ON TABLE public.m TO plan_reader;
                COMMENT ON MATERIALIZED VIEW public.m IS 'kept';
                COMMENT ON COLUMN public.m.a IS 'kept too';
                """,
            down: """
                DROP VIEW public.v;
                DROP MATERIALIZED VIEW public.m;
                CREATE MATERIALIZED VIEW public.m AS
                 SELECT t.a
                   FROM public.t;
                CREATE VIEW public.v AS
                 SELECT m.a
                   FROM public.m;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
                GRANT SELECT ON TABLE public.m TO plan_reader;
                COMMENT ON MATERIALIZED VIEW public.m IS 'kept';
                COMMENT ON COLUMN public.m.a IS 'kept too';
                """),
        PlanCase(
            "options change in place",
            from: """
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
                """,
            to: """
                CREATE MATERIALIZED VIEW m WITH (fillfactor = 50) AS SELECT 1 AS a;
                """,
            up: """
                ALTER MATERIALIZED VIEW public.m SET (fillfactor='50');
                """,
            down: """
                ALTER MATERIALIZED VIEW public.m RESET (fillfactor);
                """),
        PlanCase(
            "a view becomes a materialized one",
            from: """
                CREATE VIEW m AS SELECT 1 AS a;
                CREATE VIEW v AS SELECT a FROM m;
                """,
            to: """
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
                CREATE VIEW v AS SELECT a FROM m;
                """,
            up: """
                DROP VIEW public.v;
                DROP VIEW public.m;
                CREATE MATERIALIZED VIEW public.m AS
                 SELECT 1 AS a;
                CREATE VIEW public.v AS
                 SELECT m.a
                   FROM public.m;
                """,
            down: """
                DROP VIEW public.v;
                DROP MATERIALIZED VIEW public.m;
                CREATE VIEW public.m AS
                 SELECT 1 AS a;
                CREATE VIEW public.v AS
                 SELECT m.a
                   FROM public.m;
                """),
        PlanCase(
            "a unique index of a materialized view",
            from: """
                CREATE TABLE t (a integer);
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
                CREATE UNIQUE INDEX m_a ON m (a);
                """,
            up: """
                CREATE MATERIALIZED VIEW public.m AS
                 SELECT t.a
                   FROM public.t;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
                """,
            down: """
                DROP MATERIALIZED VIEW public.m;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
