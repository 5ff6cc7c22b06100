import Testing

@Suite struct RulePlanTests {
    @Test(arguments: [
        PlanCase(
            "made, changed, disabled",
            from: """
                CREATE TABLE t (a integer);
                CREATE TABLE log (a integer);
                CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a);
                CREATE RULE s AS ON DELETE TO t DO INSTEAD NOTHING;
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE TABLE log (a integer);
                CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO log VALUES (NEW.a); NOTIFY added);
                CREATE RULE u AS ON UPDATE TO t DO INSTEAD NOTHING;
                ALTER TABLE t DISABLE RULE u;
                COMMENT ON RULE r ON t IS 'to the log';
                """,
            up: """
                DROP RULE s ON public.t;
                CREATE OR REPLACE RULE r AS
                    ON INSERT TO public.t DO ( INSERT INTO public.log (a)
                  VALUES (new.a);

                 NOTIFY added;
                );
                CREATE RULE u AS
                    ON UPDATE TO public.t DO INSTEAD NOTHING;
                ALTER TABLE public.t DISABLE RULE u;
                COMMENT ON RULE r ON public.t IS 'to the log';
                """,
            down: """
                COMMENT ON RULE r ON public.t IS NULL;
                DROP RULE u ON public.t;
                CREATE OR REPLACE RULE r AS
                    ON INSERT TO public.t DO  INSERT INTO public.log (a)
                  VALUES (new.a);
                CREATE RULE s AS
                    ON DELETE TO public.t DO INSTEAD NOTHING;
                """),
        PlanCase(
            "a rule over a table that is made anew with another column",
            from: """
                CREATE TYPE one AS (a integer);
                CREATE TABLE t OF one;
                CREATE TABLE u (id integer);
                CREATE RULE r AS ON UPDATE TO u DO ALSO DELETE FROM t WHERE a IS NULL;
                """,
            to: """
                CREATE TABLE t (b integer);
                CREATE TABLE u (id integer);
                CREATE RULE r AS ON UPDATE TO u DO ALSO DELETE FROM t WHERE b IS NULL;
                """,
            up: """
                ALTER TABLE public.t NOT OF;
                DROP TYPE public.one;
                ALTER TABLE public.t ADD COLUMN b integer;
                CREATE OR REPLACE RULE r AS
                    ON UPDATE TO public.u DO  DELETE FROM public.t
                  WHERE (t.b IS NULL);
                -- data loss: column public.t.a: drops the column with its values
                ALTER TABLE public.t DROP COLUMN a;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TYPE public.one AS (
                    a integer
                );
                CREATE TABLE public.t OF public.one;
                CREATE OR REPLACE RULE r AS
                    ON UPDATE TO public.u DO  DELETE FROM public.t
                  WHERE (t.a IS NULL);
                -- rewrite: copies the rows of t__old to t
                -- data loss: column public.t.b: drops the column with its values
                INSERT INTO public.t
                SELECT FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "arrays in a rule and a trigger",
            from: """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE t (a numeric, b varchar);
                """,
            to: """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE t (a numeric, b varchar);
                CREATE RULE r AS ON UPDATE TO t WHERE old.a <> ALL (ARRAY[77, 78]) DO INSTEAD NOTHING;
                CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW WHEN (new.b IN ('x', 'y')) EXECUTE FUNCTION f();
                """,
            up: """
                CREATE RULE r AS
                    ON UPDATE TO public.t
                   WHERE (old.a <> ALL (ARRAY[77, 78])) DO INSTEAD NOTHING;
                CREATE TRIGGER g AFTER INSERT ON public.t FOR EACH ROW WHEN (((new.b)::text = ANY (ARRAY['x'::character varying, 'y'::character varying]))) EXECUTE FUNCTION public.f();
                """,
            down: """
                DROP TRIGGER g ON public.t;
                DROP RULE r ON public.t;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
