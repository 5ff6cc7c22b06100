import Testing

/// Random pairs of schemas in which everything seemed to wait for everything else.
struct RandomPairPlanTests4 {
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
                -- data loss: deletes the values of column t.c
                INSERT INTO public.t (a, b)
                SELECT a::text::public.e, b FROM ONLY public.t_1;
                DROP TABLE public.t_1;
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "a policy changes over from an attribute of its table's type to another",
            from: """
                CREATE TYPE one AS (a integer, b integer, c integer);
                CREATE TABLE t OF one (PRIMARY KEY (a, c));
                CREATE POLICY p ON t USING (c > 0);
                """,
            to: """
                CREATE TYPE one AS (a integer, b integer);
                CREATE TABLE t OF one (PRIMARY KEY (a, b));
                CREATE POLICY p ON t USING (b > 0);
                """,
            up: """
                -- may fail: fails if column b holds NULL
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t
                    DROP CONSTRAINT t_pkey,
                    ALTER COLUMN b SET NOT NULL,
                    ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);
                ALTER POLICY p ON public.t TO PUBLIC USING ((b > 0));
                -- data loss: deletes the values of attribute c
                ALTER TYPE public.one DROP ATTRIBUTE c CASCADE;
                """,
            down: """
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                ALTER TYPE public.one ADD ATTRIBUTE c integer CASCADE;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t
                    ALTER COLUMN b DROP NOT NULL,
                    ALTER COLUMN c SET NOT NULL,
                    ADD CONSTRAINT t_pkey PRIMARY KEY (a, c);
                ALTER POLICY p ON public.t TO PUBLIC USING ((c > 0));
                """),
        PlanCase(
            "a policy changes over from an attribute that goes to one that comes",
            from: """
                CREATE TYPE one AS (a integer, b integer);
                CREATE TABLE t OF one;
                CREATE POLICY p ON t USING (b > 0);
                """,
            to: """
                CREATE TYPE one AS (a integer, c integer);
                CREATE TABLE t OF one;
                CREATE POLICY p ON t USING (c > 0);
                """,
            up: """
                DROP POLICY p ON public.t;
                -- data loss: deletes the values of attribute b
                ALTER TYPE public.one
                    DROP ATTRIBUTE b CASCADE,
                    ADD ATTRIBUTE c integer CASCADE;
                CREATE POLICY p ON public.t USING ((c > 0));
                """,
            down: """
                DROP POLICY p ON public.t;
                -- data loss: deletes the values of attribute c
                ALTER TYPE public.one
                    DROP ATTRIBUTE c CASCADE,
                    ADD ATTRIBUTE b integer CASCADE;
                CREATE POLICY p ON public.t USING ((b > 0));
                """),
        PlanCase(
            "the type of a table takes the name of a sequence that its default took from",
            from: """
                CREATE SEQUENCE s;
                CREATE TABLE t (a integer, b integer DEFAULT nextval('s'));
                """,
            rows: "INSERT INTO t VALUES (1, 2), (3, 4)",
            query: "SELECT count(*) FROM t",
            to: """
                CREATE TYPE s AS (c integer);
                CREATE TABLE t OF s;
                """,
            up: """
                ALTER TABLE public.t RENAME TO t__old;
                ALTER TABLE ONLY public.t__old ALTER COLUMN b DROP DEFAULT;
                -- data loss: forgets the last value of s
                DROP SEQUENCE public.s;
                CREATE TYPE public.s AS (
                    c integer
                );
                CREATE TABLE public.t OF public.s;
                -- rewrite: copies the rows of t__old to t
                -- data loss: deletes the values of column t.a
                -- data loss: deletes the values of column t.b
                INSERT INTO public.t
                SELECT FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                ALTER TYPE public.s RENAME TO s__old;
                CREATE SEQUENCE public.s;
                ALTER TABLE public.t NOT OF;
                -- data loss: deletes the values of column t.c
                ALTER TABLE public.t DROP COLUMN c;
                DROP TYPE public.s__old;
                ALTER TABLE public.t
                    ADD COLUMN a integer,
                    ADD COLUMN b integer DEFAULT nextval('public.s'::regclass);
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
        PlanCase(
            "a column that becomes its parent's alone while the parent's gets another type",
            from: """
                CREATE TABLE p (a integer);
                CREATE TABLE c (a integer) INHERITS (p);
                """,
            to: """
                CREATE TABLE p (a bigint);
                CREATE TABLE c () INHERITS (p);
                """,
            up: """
                ALTER TABLE public.c RENAME TO c__old;
                -- rewrite: may write the whole table anew
                ALTER TABLE public.p ALTER COLUMN a TYPE bigint;
                CREATE TABLE public.c ()
                INHERITS (public.p);
                -- rewrite: copies the rows of c__old to c
                INSERT INTO public.c (a)
                SELECT a FROM ONLY public.c__old;
                DROP TABLE public.c__old;
                """,
            down: """
                ALTER TABLE public.c RENAME TO c__old;
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of a does not fit integer
                ALTER TABLE public.p ALTER COLUMN a TYPE integer;
                CREATE TABLE public.c (
                    a integer
                )
                INHERITS (public.p);
                -- rewrite: copies the rows of c__old to c
                INSERT INTO public.c (a)
                SELECT a FROM ONLY public.c__old;
                DROP TABLE public.c__old;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
