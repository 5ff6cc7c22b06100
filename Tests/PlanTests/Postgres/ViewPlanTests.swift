import Testing

@Suite struct ViewPlanTests {
    @Test(arguments: [
        PlanCase(
            "a column is added at the end",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE VIEW v AS SELECT a FROM t;
                CREATE VIEW w AS SELECT a FROM v;
                """,
            to: """
                CREATE TABLE t (a integer, b integer);
                CREATE VIEW v AS SELECT a, b FROM t;
                CREATE VIEW w AS SELECT a FROM v;
                """,
            up: """
                CREATE OR REPLACE VIEW public.v AS
                 SELECT t.a,
                    t.b
                   FROM public.t;
                """,
            down: """
                DROP VIEW public.w;
                DROP VIEW public.v;
                CREATE VIEW public.v AS
                 SELECT t.a
                   FROM public.t;
                CREATE VIEW public.w AS
                 SELECT v.a
                   FROM public.v;
                """),
        PlanCase(
            "a chain is made anew with its grants, comments and triggers",
            from: """
                CREATE TABLE t (a integer, b text);
                CREATE VIEW one AS SELECT a, b FROM t;
                CREATE VIEW two AS SELECT a FROM one;
                CREATE VIEW three AS SELECT count(*) AS n FROM two;
                ALTER VIEW two ALTER COLUMN a SET DEFAULT 5;
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER tg INSTEAD OF INSERT ON two FOR EACH ROW EXECUTE FUNCTION tr();
                CREATE RULE r AS ON DELETE TO three DO INSTEAD NOTHING;
                GRANT SELECT ON two TO plan_reader WITH GRANT OPTION;
                COMMENT ON VIEW three IS 'counted';
                COMMENT ON COLUMN three.n IS 'how many';
                ALTER VIEW three OWNER TO plan_writer;
                """,
            to: """
                CREATE TABLE t (a integer, b text);
                CREATE VIEW one AS SELECT b, a FROM t;
                CREATE VIEW two AS SELECT a FROM one;
                CREATE VIEW three AS SELECT count(*) AS n FROM two;
                ALTER VIEW two ALTER COLUMN a SET DEFAULT 5;
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER tg INSTEAD OF INSERT ON two FOR EACH ROW EXECUTE FUNCTION tr();
                CREATE RULE r AS ON DELETE TO three DO INSTEAD NOTHING;
                GRANT SELECT ON two TO plan_reader WITH GRANT OPTION;
                COMMENT ON VIEW three IS 'counted';
                COMMENT ON COLUMN three.n IS 'how many';
                ALTER VIEW three OWNER TO plan_writer;
                """,
            up: """
                DROP VIEW public.three;
                DROP VIEW public.two;
                DROP VIEW public.one;
                CREATE VIEW public.one AS
                 SELECT t.b,
                    t.a
                   FROM public.t;
                CREATE VIEW public.two AS
                 SELECT one.a
                   FROM public.one;
                CREATE VIEW public.three AS
                 SELECT count(*) AS n
                   FROM public.two;
                CREATE RULE r AS
                    ON DELETE TO public.three DO INSTEAD NOTHING;
                ALTER VIEW public.three OWNER TO plan_writer;
                COMMENT ON VIEW public.three IS 'counted';
                COMMENT ON COLUMN public.three.n IS 'how many';
                ALTER VIEW public.two ALTER COLUMN a SET DEFAULT 5;
                CREATE TRIGGER tg INSTEAD OF INSERT ON public.two FOR EACH ROW EXECUTE FUNCTION public.tr();
                GRANT SELECT ON TABLE public.two TO plan_reader WITH GRANT OPTION;
                """,
            down: """
                DROP VIEW public.three;
                DROP VIEW public.two;
                DROP VIEW public.one;
                CREATE VIEW public.one AS
                 SELECT t.a,
                    t.b
                   FROM public.t;
                CREATE VIEW public.two AS
                 SELECT one.a
                   FROM public.one;
                CREATE VIEW public.three AS
                 SELECT count(*) AS n
                   FROM public.two;
                CREATE RULE r AS
                    ON DELETE TO public.three DO INSTEAD NOTHING;
                ALTER VIEW public.three OWNER TO plan_writer;
                COMMENT ON VIEW public.three IS 'counted';
                COMMENT ON COLUMN public.three.n IS 'how many';
                ALTER VIEW public.two ALTER COLUMN a SET DEFAULT 5;
                CREATE TRIGGER tg INSTEAD OF INSERT ON public.two FOR EACH ROW EXECUTE FUNCTION public.tr();
                GRANT SELECT ON TABLE public.two TO plan_reader WITH GRANT OPTION;
                """),
        PlanCase(
            "options",
            from: """
                CREATE TABLE t (a integer);
                CREATE VIEW v WITH (security_barrier = true) AS SELECT a FROM t WHERE a > 0;
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE VIEW v WITH (security_invoker = true) AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
                """,
            up: """
                ALTER VIEW public.v SET (security_invoker='true', check_option='local');
                ALTER VIEW public.v RESET (security_barrier);
                """,
            down: """
                ALTER VIEW public.v SET (security_barrier='true');
                ALTER VIEW public.v RESET (security_invoker, check_option);
                """),
        PlanCase(
            "a recursive view over a function of its own",
            from: "",
            to: """
                CREATE RECURSIVE VIEW numbers (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5;
                CREATE FUNCTION total() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(n) FROM numbers; END;
                CREATE VIEW sums AS SELECT total() AS t;
                """,
            up: """
                SET check_function_bodies = off;
                CREATE VIEW public.numbers AS
                 WITH RECURSIVE numbers(n) AS (
                         SELECT 1 AS "?column?"
                        UNION ALL
                         SELECT (numbers_1.n + 1)
                           FROM numbers numbers_1
                          WHERE (numbers_1.n < 5)
                        )
                 SELECT numbers.n
                   FROM numbers;
                CREATE OR REPLACE FUNCTION public.total()
                 RETURNS bigint
                 LANGUAGE sql
                BEGIN ATOMIC
                 SELECT sum(numbers.n) AS sum
                    FROM public.numbers;
                END;
                CREATE VIEW public.sums AS
                 SELECT public.total() AS t;
                """,
            down: """
                DROP VIEW public.sums;
                DROP FUNCTION public.total();
                DROP VIEW public.numbers;
                """),
        PlanCase(
            "a view swaps its sources",
            from: """
                CREATE TABLE a (x integer);
                CREATE TABLE b (x integer);
                CREATE VIEW v AS SELECT x FROM a;
                CREATE VIEW w AS SELECT x FROM v;
                """,
            to: """
                CREATE TABLE a (x integer);
                CREATE TABLE b (x integer);
                CREATE VIEW w AS SELECT x FROM a;
                CREATE VIEW v AS SELECT x FROM w;
                """,
            up: """
                CREATE OR REPLACE VIEW public.w AS
                 SELECT a.x
                   FROM public.a;
                CREATE OR REPLACE VIEW public.v AS
                 SELECT w.x
                   FROM public.w;
                """,
            down: """
                CREATE OR REPLACE VIEW public.v AS
                 SELECT a.x
                   FROM public.a;
                CREATE OR REPLACE VIEW public.w AS
                 SELECT v.x
                   FROM public.v;
                """),
        PlanCase(
            "a function changes over to the view that takes the name of its table",
            from: """
                CREATE TABLE u (id integer);
                CREATE TABLE t (id integer);
                CREATE FUNCTION f() RETURNS TABLE (id integer) LANGUAGE sql STABLE BEGIN ATOMIC SELECT id FROM t; END;
                """,
            to: """
                CREATE TABLE u (id integer);
                CREATE VIEW t AS SELECT id FROM u;
                CREATE FUNCTION f() RETURNS TABLE (id integer) LANGUAGE sql STABLE BEGIN ATOMIC SELECT id FROM t; END;
                """,
            up: """
                SET check_function_bodies = off;
                DROP FUNCTION public.f();
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                CREATE VIEW public.t AS
                 SELECT u.id
                   FROM public.u;
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS TABLE(id integer)
                 LANGUAGE sql
                 STABLE
                BEGIN ATOMIC
                 SELECT t.id
                    FROM public.t;
                END;
                """,
            down: """
                SET check_function_bodies = off;
                DROP FUNCTION public.f();
                DROP VIEW public.t;
                CREATE TABLE public.t (
                    id integer
                );
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS TABLE(id integer)
                 LANGUAGE sql
                 STABLE
                BEGIN ATOMIC
                 SELECT t.id
                    FROM public.t;
                END;
                """),
        PlanCase(
            "a default of a view's column lets go of a function",
            from: """
                CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE TABLE t (a integer);
                CREATE VIEW v AS SELECT a FROM t;
                ALTER VIEW v ALTER COLUMN a SET DEFAULT one();
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE VIEW v AS SELECT a FROM t;
                ALTER VIEW v ALTER COLUMN a SET DEFAULT 1;
                """,
            up: """
                ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 1;
                DROP FUNCTION public.one();
                """,
            down: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.one()
                 RETURNS integer
                 LANGUAGE sql
                AS $function$SELECT 1$function$;
                ALTER VIEW public.v ALTER COLUMN a SET DEFAULT public.one();
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
