import Testing

/// What else changes while rows go over to another table.
@Suite struct RowMovePlanTests {
    @Test(arguments: [
        PlanCase(
            "an enum gets a label while rows go over to another table",
            from: """
                CREATE TYPE e AS ENUM ('new', 'z');
                CREATE TABLE t (a e, b integer) PARTITION BY LIST (a);
                """,
            to: """
                CREATE TYPE e AS ENUM ('z');
                CREATE TABLE t (b integer, a integer, c e) PARTITION BY RANGE (b);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9);
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TYPE public.e RENAME TO e__old;
                -- data loss: label public.e.new: drops the label, which no row may hold by then
                CREATE TYPE public.e AS ENUM ('z');
                CREATE TABLE public.t (
                    b integer,
                    a integer,
                    c public.e
                )
                PARTITION BY RANGE (b);
                CREATE TABLE public.t_1 (
                    b integer,
                    a integer,
                    c public.e
                );
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (1) TO (9);
                DROP TABLE public.t__old;
                DROP TYPE public.e__old;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TYPE public.e ADD VALUE 'new' BEFORE 'z';
                CREATE TABLE public.t (
                    a public.e,
                    b integer
                )
                PARTITION BY LIST (a);
                -- rewrite: copies the rows of t_1 to t
                -- may fail: fails if a row fits no partition of t
                -- may fail: no cast from integer to public.e, so a is read from its text: put the right USING
                -- data loss: column public.t.c: drops the column with its values
                INSERT INTO public.t (a, b)
                SELECT a::text::public.e, b FROM ONLY public.t_1;
                DROP TABLE public.t_1;
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "the type of a table changes while rows go over to another table of it",
            from: """
                CREATE TYPE one AS (a integer, b integer);
                CREATE TABLE t OF one;
                CREATE INDEX i ON t (b);
                CREATE VIEW v AS SELECT b FROM t;
                """,
            to: """
                CREATE TYPE one AS (a integer, c integer);
                CREATE TABLE t OF one PARTITION BY LIST (a);
                CREATE TABLE t_1 PARTITION OF t DEFAULT;
                CREATE INDEX i ON t (c);
                CREATE VIEW v AS SELECT c FROM t;
                """,
            up: """
                ALTER VIEW public.v RENAME COLUMN b TO c;
                ALTER TABLE public.t RENAME TO t__old;
                DROP VIEW public.v;
                DROP INDEX public.i;
                CREATE TABLE public.t_1 (
                    a integer,
                    c integer
                );
                -- data loss: attribute public.one.b: deletes its values
                ALTER TYPE public.one
                    DROP ATTRIBUTE b CASCADE,
                    ADD ATTRIBUTE c integer CASCADE;
                CREATE TABLE public.t OF public.one
                PARTITION BY LIST (a);
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 DEFAULT;
                -- rewrite: copies the rows of t__old to t
                -- may fail: fails if a row fits no partition of t
                -- data loss: column public.t.b: drops the column with its values
                INSERT INTO public.t (a)
                SELECT a FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                CREATE INDEX i ON ONLY public.t USING btree (c);
                CREATE INDEX t_1_c_idx ON public.t_1 USING btree (c);
                ALTER INDEX public.i ATTACH PARTITION public.t_1_c_idx;
                CREATE VIEW public.v AS
                 SELECT t.c
                   FROM public.t;
                """,
            down: """
                ALTER VIEW public.v RENAME COLUMN c TO b;
                ALTER TABLE public.t RENAME TO t__old;
                DROP VIEW public.v;
                DROP INDEX public.i;
                -- data loss: attribute public.one.c: deletes its values
                ALTER TYPE public.one
                    DROP ATTRIBUTE c CASCADE,
                    ADD ATTRIBUTE b integer CASCADE;
                CREATE TABLE public.t OF public.one;
                CREATE VIEW public.v AS
                 SELECT t.b
                   FROM public.t;
                -- rewrite: copies the rows of t_1 to t
                -- data loss: column public.t.c: drops the column with its values
                INSERT INTO public.t (a)
                SELECT a FROM ONLY public.t_1;
                DROP TABLE public.t_1;
                DROP TABLE public.t__old;
                CREATE INDEX i ON public.t USING btree (b);
                """),
        PlanCase(
            "a function of a default is made anew while rows go over to another table",
            from: """
                CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE TABLE t (a integer DEFAULT f());
                """,
            to: """
                CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
                CREATE TABLE t (a integer DEFAULT f()) PARTITION BY RANGE (a);
                """,
            up: """
                SET check_function_bodies = off;
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TABLE ONLY public.t__old ALTER COLUMN a DROP DEFAULT;
                DROP FUNCTION public.f();
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS bigint
                 LANGUAGE sql
                AS $function$SELECT 1::bigint$function$;
                CREATE TABLE public.t (
                    a integer DEFAULT public.f()
                )
                PARTITION BY RANGE (a);
                -- rewrite: copies the rows of t__old to t
                -- may fail: fails if a row fits no partition of t
                INSERT INTO public.t (a)
                SELECT a FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                SET check_function_bodies = off;
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TABLE ONLY public.t__old ALTER COLUMN a DROP DEFAULT;
                DROP FUNCTION public.f();
                CREATE OR REPLACE FUNCTION public.f()
                 RETURNS integer
                 LANGUAGE sql
                AS $function$SELECT 1$function$;
                CREATE TABLE public.t (
                    a integer DEFAULT public.f()
                );
                DROP TABLE public.t__old;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
