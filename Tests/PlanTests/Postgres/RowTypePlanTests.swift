import Testing

/// Tables of a composite type that changes.
@Suite struct RowTypePlanTests {
    @Test(arguments: [
        PlanCase(
            "a table that is typed no longer loses a column",
            from: """
                CREATE TYPE one AS (a integer, b integer);
                CREATE TABLE t OF one;
                """,
            to: """
                CREATE TABLE t (a integer, c integer);
                """,
            up: """
                ALTER TABLE public.t NOT OF;
                DROP TYPE public.one;
                ALTER TABLE public.t ADD COLUMN c integer;
                -- data loss: column public.t.b: drops the column with its values
                ALTER TABLE public.t DROP COLUMN b;
                """,
            down: """
                ALTER TABLE public.t RENAME TO t__old;
                CREATE TYPE public.one AS (
                    a integer,
                    b integer
                );
                CREATE TABLE public.t OF public.one;
                -- rewrite: copies the rows of t__old to t
                -- data loss: column public.t.c: drops the column with its values
                INSERT INTO public.t (a)
                SELECT a FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """),
        PlanCase(
            "an index keeps its name where an attribute of its table's type goes",
            from: """
                CREATE TYPE one AS (a text, b text);
                CREATE TABLE t OF one;
                CREATE INDEX i ON t (b);
                """,
            to: """
                CREATE TYPE one AS (a text);
                CREATE TABLE t OF one;
                CREATE INDEX i ON t (a);
                """,
            up: """
                DROP INDEX public.i;
                -- data loss: attribute public.one.b: deletes its values
                ALTER TYPE public.one DROP ATTRIBUTE b CASCADE;
                CREATE INDEX i ON public.t USING btree (a);
                """,
            down: """
                DROP INDEX public.i;
                ALTER TYPE public.one ADD ATTRIBUTE b text CASCADE;
                CREATE INDEX i ON public.t USING btree (b);
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
                -- needs a decision: column public.t.b: fails while rows hold NULL in it, which need a value
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t
                    DROP CONSTRAINT t_pkey,
                    ALTER COLUMN b SET NOT NULL,
                    ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);
                ALTER POLICY p ON public.t TO PUBLIC USING ((b > 0));
                -- data loss: attribute public.one.c: deletes its values
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
                -- data loss: attribute public.one.b: deletes its values
                ALTER TYPE public.one
                    DROP ATTRIBUTE b CASCADE,
                    ADD ATTRIBUTE c integer CASCADE;
                CREATE POLICY p ON public.t USING ((c > 0));
                """,
            down: """
                DROP POLICY p ON public.t;
                -- data loss: attribute public.one.c: deletes its values
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
                -- data loss: sequence public.s: drops the sequence with its last value
                DROP SEQUENCE public.s;
                CREATE TYPE public.s AS (
                    c integer
                );
                CREATE TABLE public.t OF public.s;
                -- rewrite: copies the rows of t__old to t
                -- data loss: column public.t.a: drops the column with its values
                -- data loss: column public.t.b: drops the column with its values
                INSERT INTO public.t
                SELECT FROM ONLY public.t__old;
                DROP TABLE public.t__old;
                """,
            down: """
                ALTER TABLE public.t NOT OF;
                DROP TYPE public.s;
                CREATE SEQUENCE public.s;
                ALTER TABLE public.t
                    ADD COLUMN a integer,
                    ADD COLUMN b integer DEFAULT nextval('public.s'::regclass);
                -- data loss: column public.t.c: drops the column with its values
                ALTER TABLE public.t DROP COLUMN c;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
