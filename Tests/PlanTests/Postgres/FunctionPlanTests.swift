import Testing

@Suite struct FunctionPlanTests {
    @Test(arguments: [
        PlanCase(
            "another body",
            from: """
                CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a $$;
                """,
            to: """
                CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql STABLE STRICT AS $$ SELECT a + 1 $$;
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS integer
                 LANGUAGE sql
                 STABLE STRICT
                AS $function$ SELECT a + 1 $function$;
                """,
            down: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS integer
                 LANGUAGE sql
                AS $function$ SELECT a $function$;
                """),
        PlanCase(
            "another signature, used by a default, a view, a check and a trigger",
            from: """
                CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TABLE t (a integer DEFAULT f(1) CHECK (f(a) > 0), g integer GENERATED ALWAYS AS (f(a)) STORED);
                CREATE VIEW v AS SELECT f(a) AS x FROM t;
                CREATE TRIGGER tg BEFORE UPDATE ON t FOR EACH ROW WHEN (f(NEW.a) > 1) EXECUTE FUNCTION tr();
                CREATE INDEX i ON t (f(a));
                """,
            to: """
                CREATE FUNCTION f(a integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT a::bigint $$;
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TABLE t (a integer DEFAULT f(1) CHECK (f(a) > 0), g integer GENERATED ALWAYS AS (f(a)) STORED);
                CREATE VIEW v AS SELECT f(a) AS x FROM t;
                CREATE TRIGGER tg BEFORE UPDATE ON t FOR EACH ROW WHEN (f(NEW.a) > 1) EXECUTE FUNCTION tr();
                CREATE INDEX i ON t (f(a));
                """,
            up: """
                SET check_function_bodies = off;
                DROP VIEW public.v;
                DROP TRIGGER tg ON public.t;
                DROP INDEX public.i;
                ALTER TABLE public.t DROP CONSTRAINT t_a_check;
                ALTER TABLE ONLY public.t ALTER COLUMN a DROP DEFAULT;
                ALTER TABLE public.t DROP COLUMN g;
                DROP FUNCTION public.f(integer);
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS bigint
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT a::bigint $function$;
                ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (public.f(a)) STORED;
                ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.f(1);
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));
                CREATE INDEX i ON public.t USING btree (public.f(a));
                CREATE TRIGGER tg BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((public.f(new.a) > 1)) EXECUTE FUNCTION public.tr();
                CREATE VIEW public.v AS
                 SELECT public.f(t.a) AS x
                   FROM public.t;
                """,
            down: """
                SET check_function_bodies = off;
                DROP VIEW public.v;
                DROP TRIGGER tg ON public.t;
                DROP INDEX public.i;
                ALTER TABLE public.t DROP CONSTRAINT t_a_check;
                ALTER TABLE ONLY public.t ALTER COLUMN a DROP DEFAULT;
                ALTER TABLE public.t DROP COLUMN g;
                DROP FUNCTION public.f(integer);
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS integer
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT a $function$;
                ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (public.f(a)) STORED;
                ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.f(1);
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));
                CREATE INDEX i ON public.t USING btree (public.f(a));
                CREATE TRIGGER tg BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((public.f(new.a) > 1)) EXECUTE FUNCTION public.tr();
                CREATE VIEW public.v AS
                 SELECT public.f(t.a) AS x
                   FROM public.t;
                """),
        PlanCase(
            "an argument is added where the function is used",
            from: """
                CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
                CREATE TABLE t (a integer DEFAULT f(1) CHECK (f(a) > 0));
                CREATE VIEW v AS SELECT f(a) AS x FROM t;
                """,
            to: """
                CREATE FUNCTION f(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a + b $$;
                CREATE TABLE t (a integer DEFAULT f(1, 2) CHECK (f(a, 1) > 0));
                CREATE VIEW v AS SELECT f(a, a) AS x FROM t;
                """,
            up: """
                SET check_function_bodies = off;
                ALTER TABLE public.t DROP CONSTRAINT t_a_check;
                CREATE OR REPLACE FUNCTION public.f(a integer, b integer)
                 RETURNS integer
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT a + b $function$;
                ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.f(1, 2);
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a, 1) > 0));
                CREATE OR REPLACE VIEW public.v AS
                 SELECT public.f(t.a, t.a) AS x
                   FROM public.t;
                DROP FUNCTION public.f(integer);
                """,
            down: """
                SET check_function_bodies = off;
                ALTER TABLE public.t DROP CONSTRAINT t_a_check;
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS integer
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT a $function$;
                ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.f(1);
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));
                CREATE OR REPLACE VIEW public.v AS
                 SELECT public.f(t.a) AS x
                   FROM public.t;
                DROP FUNCTION public.f(integer, integer);
                """),
        PlanCase(
            "an argument gets another name, the comment stays",
            from: """
                CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT $1 $$;
                COMMENT ON FUNCTION f(integer) IS 'same';
                REVOKE ALL ON FUNCTION f(integer) FROM PUBLIC;
                """,
            to: """
                CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS $$ SELECT $1 $$;
                COMMENT ON FUNCTION f(integer) IS 'same';
                REVOKE ALL ON FUNCTION f(integer) FROM PUBLIC;
                """,
            up: """
                SET check_function_bodies = off;
                DROP FUNCTION public.f(integer);
                CREATE OR REPLACE FUNCTION public.f(b integer)
                 RETURNS integer
                 LANGUAGE sql
                AS $function$ SELECT $1 $function$;
                REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;
                COMMENT ON FUNCTION public.f(integer) IS 'same';
                """,
            down: """
                SET check_function_bodies = off;
                DROP FUNCTION public.f(integer);
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS integer
                 LANGUAGE sql
                AS $function$ SELECT $1 $function$;
                REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;
                COMMENT ON FUNCTION public.f(integer) IS 'same';
                """),
        PlanCase(
            "a function of a row, and a table that uses it",
            from: """
                CREATE TABLE t (a integer);
                """,
            to: """
                CREATE TABLE t (a integer, b integer);
                CREATE FUNCTION total(r t) RETURNS integer IMMUTABLE LANGUAGE sql AS $$ SELECT r.a + r.b $$;
                CREATE TABLE u (a integer CHECK (total(ROW(a, a)::t) > 0));
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.total(r public.t)
                 RETURNS integer
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$ SELECT r.a + r.b $function$;
                ALTER TABLE public.t ADD COLUMN b integer;
                CREATE TABLE public.u (
                    a integer,
                    CONSTRAINT u_a_check CHECK ((public.total(ROW(a, a)::public.t) > 0))
                );
                """,
            down: """
                -- data loss: column public.t.b: drops the column with its values
                ALTER TABLE public.t DROP COLUMN b;
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
                DROP FUNCTION public.total(public.t);
                """),
        PlanCase(
            "functions that call each other",
            from: "",
            to: """
                CREATE FUNCTION odd(n integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN n <> 0 AND even(n - 1); END $$;
                CREATE FUNCTION even(n integer) RETURNS boolean LANGUAGE sql AS $$ SELECT n = 0 OR odd(n - 1) $$;
                CREATE PROCEDURE p(INOUT n integer, VARIADIC more text[]) LANGUAGE plpgsql AS $$ BEGIN n := even(n)::int; END $$;
                """,
            up: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.even(n integer)
                 RETURNS boolean
                 LANGUAGE sql
                AS $function$ SELECT n = 0 OR odd(n - 1) $function$;
                CREATE OR REPLACE FUNCTION public.odd(n integer)
                 RETURNS boolean
                 LANGUAGE plpgsql
                AS $function$ BEGIN RETURN n <> 0 AND even(n - 1); END $function$;
                CREATE OR REPLACE PROCEDURE public.p(INOUT n integer, VARIADIC more text[])
                 LANGUAGE plpgsql
                AS $procedure$ BEGIN n := even(n)::int; END $procedure$;
                """,
            down: """
                DROP FUNCTION public.even(integer);
                DROP FUNCTION public.odd(integer);
                DROP PROCEDURE public.p(integer, text[]);
                """),
        PlanCase(
            "a function becomes a procedure",
            from: """
                CREATE FUNCTION f(a integer) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;
                """,
            to: """
                CREATE PROCEDURE f(a integer) LANGUAGE sql AS $$ SELECT 1 $$;
                """,
            up: """
                SET check_function_bodies = off;
                DROP FUNCTION public.f(integer);
                CREATE OR REPLACE PROCEDURE public.f(IN a integer)
                 LANGUAGE sql
                AS $procedure$ SELECT 1 $procedure$;
                """,
            down: """
                SET check_function_bodies = off;
                DROP PROCEDURE public.f(integer);
                CREATE OR REPLACE FUNCTION public.f(a integer)
                 RETURNS void
                 LANGUAGE sql
                AS $function$ SELECT 1 $function$;
                """),
        PlanCase(
            "a function changes that the default of a table made anew calls",
            from: """
                CREATE FUNCTION f() RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 0';
                CREATE TABLE base (id integer);
                CREATE TABLE t (id integer, n integer DEFAULT f());
                """,
            to: """
                CREATE FUNCTION f() RETURNS integer STABLE LANGUAGE sql AS 'SELECT 0';
                CREATE TABLE base (id integer);
                CREATE TABLE t (n integer DEFAULT f()) INHERITS (base);
                """,
            up: """
                SET check_function_bodies = off;
                ALTER TABLE public.t RENAME TO t__old;
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS integer
                 LANGUAGE sql
                 STABLE
                AS $function$SELECT 0$function$;
                CREATE TABLE public.t (
                    n integer DEFAULT public.f()
                )
                INHERITS (public.base);
                -- rewrite: copies the rows of t__old to t
                INSERT INTO public.t (id, n)
                SELECT id, n FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                SET check_function_bodies = off;
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS integer
                 LANGUAGE sql
                 IMMUTABLE
                AS $function$SELECT 0$function$;
                ALTER TABLE public.t NO INHERIT public.base;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
