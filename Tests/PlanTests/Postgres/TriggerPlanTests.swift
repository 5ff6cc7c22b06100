import Testing

@Suite struct TriggerPlanTests {
    @Test(arguments: [
        PlanCase(
            "made, changed, disabled",
            from: """
                CREATE TABLE t (a integer, b integer);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tr();
                CREATE TRIGGER two AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION tr();
                COMMENT ON TRIGGER one ON t IS 'kept';
                """,
            to: """
                CREATE TABLE t (a integer, b integer);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER one BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION tr('x', 'it''s');
                ALTER TABLE t DISABLE TRIGGER one;
                CREATE TRIGGER three AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION tr();
                COMMENT ON TRIGGER one ON t IS 'kept';
                """,
            up: """
                DROP TRIGGER two ON public.t;
                CREATE OR REPLACE TRIGGER one BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION public.tr('x', 'it''s');
                ALTER TABLE public.t DISABLE TRIGGER one;
                CREATE TRIGGER three AFTER UPDATE ON public.t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.tr();
                """,
            down: """
                DROP TRIGGER three ON public.t;
                CREATE OR REPLACE TRIGGER one BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tr();
                CREATE TRIGGER two AFTER DELETE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.tr();
                """),
        PlanCase(
            "a trigger becomes a constraint trigger",
            from: """
                CREATE TABLE t (a integer);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tr();
                """,
            to: """
                CREATE TABLE t (a integer);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER tg AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tr();
                ALTER TABLE t ENABLE ALWAYS TRIGGER tg;
                """,
            up: """
                DROP TRIGGER tg ON public.t;
                CREATE CONSTRAINT TRIGGER tg AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.tr();
                ALTER TABLE public.t ENABLE ALWAYS TRIGGER tg;
                """,
            down: """
                DROP TRIGGER tg ON public.t;
                CREATE TRIGGER tg AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tr();
                """),
        PlanCase(
            "its function moves to another schema",
            from: """
                CREATE TABLE t (a integer);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tr();
                """,
            to: """
                CREATE SCHEMA s;
                CREATE TABLE t (a integer);
                CREATE FUNCTION s.tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION s.tr();
                """,
            up: """
                SET check_function_bodies = off;
                CREATE SCHEMA s;
                CREATE OR REPLACE FUNCTION s.tr()
                 RETURNS trigger
                 LANGUAGE plpgsql
                AS $function$ BEGIN RETURN NULL; END $function$;
                CREATE OR REPLACE TRIGGER tg AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION s.tr();
                DROP FUNCTION public.tr();
                """,
            down: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.tr()
                 RETURNS trigger
                 LANGUAGE plpgsql
                AS $function$ BEGIN RETURN NULL; END $function$;
                CREATE OR REPLACE TRIGGER tg AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tr();
                DROP FUNCTION s.tr();
                DROP SCHEMA s;
                """),
        PlanCase(
            "a trigger that is replaced stays disabled",
            from: """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE t (id integer);
                CREATE TRIGGER changed AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                ALTER TABLE t DISABLE TRIGGER changed;
                """,
            to: """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE t (id integer);
                CREATE TRIGGER changed AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
                ALTER TABLE t DISABLE TRIGGER changed;
                """,
            up: """
                CREATE OR REPLACE TRIGGER changed AFTER UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
                ALTER TABLE public.t DISABLE TRIGGER changed;
                """,
            down: """
                CREATE OR REPLACE TRIGGER changed AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
                ALTER TABLE public.t DISABLE TRIGGER changed;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
