import Testing

@Suite struct DomainPlanTests {
    @Test(arguments: [
        PlanCase(
            "default, NOT NULL and checks",
            from: """
                CREATE DOMAIN d AS integer CHECK (VALUE > 0);
                """,
            to: """
                CREATE DOMAIN d AS integer DEFAULT 7 NOT NULL CONSTRAINT d_check CHECK (VALUE > 1) CONSTRAINT small CHECK (VALUE < 100);
                """,
            up: """
                ALTER DOMAIN public.d DROP CONSTRAINT d_check;
                ALTER DOMAIN public.d SET DEFAULT 7;
                -- may fail: fails if a column of the domain holds NULL
                ALTER DOMAIN public.d SET NOT NULL;
                -- may fail: fails if a column of the domain holds another value
                ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 1));
                -- may fail: fails if a column of the domain holds another value
                ALTER DOMAIN public.d ADD CONSTRAINT small CHECK ((VALUE < 100));
                """,
            down: """
                ALTER DOMAIN public.d DROP CONSTRAINT d_check;
                ALTER DOMAIN public.d DROP CONSTRAINT small;
                ALTER DOMAIN public.d DROP DEFAULT;
                ALTER DOMAIN public.d DROP NOT NULL;
                -- may fail: fails if a column of the domain holds another value
                ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 0));
                """),
        PlanCase(
            "another base type",
            from: """
                CREATE DOMAIN d AS varchar(10) CHECK (VALUE <> '');
                CREATE TABLE t (a d PRIMARY KEY, b d DEFAULT 'x');
                CREATE VIEW v AS SELECT a FROM t WHERE b = 'x';
                """,
            to: """
                CREATE DOMAIN d AS text COLLATE "C" CHECK (VALUE <> '');
                CREATE TABLE t (a d PRIMARY KEY, b d DEFAULT 'x');
                CREATE VIEW v AS SELECT a FROM t WHERE b = 'x';
                """,
            up: """
                DROP VIEW public.v;
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
                ALTER DOMAIN public.d DROP CONSTRAINT d_check;
                ALTER DOMAIN public.d RENAME TO d__old;
                CREATE DOMAIN public.d AS text COLLATE pg_catalog."C"
                    CONSTRAINT d_check CHECK ((VALUE <> ''::text));
                -- may fail: fails if a value of a is not one of the new public.d
                -- may fail: fails if a value of b is not one of the new public.d
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.d USING a::text::public.d,
                    ALTER COLUMN b TYPE public.d USING b::text::public.d;
                DROP DOMAIN public.d__old;
                ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 'x'::text;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
                CREATE VIEW public.v AS
                 SELECT t.a
                   FROM public.t
                  WHERE ((t.b)::text = 'x'::text);
                """,
            down: """
                DROP VIEW public.v;
                ALTER TABLE public.t DROP CONSTRAINT t_pkey;
                ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
                ALTER DOMAIN public.d DROP CONSTRAINT d_check;
                ALTER DOMAIN public.d RENAME TO d__old;
                CREATE DOMAIN public.d AS character varying(10)
                    CONSTRAINT d_check CHECK (((VALUE)::text <> ''::text));
                -- may fail: fails if a value of a is not one of the new public.d
                -- data loss: column public.t.a: cuts its values to 10 characters
                -- may fail: fails if a value of b is not one of the new public.d
                -- data loss: column public.t.b: cuts its values to 10 characters
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.d USING a::text::public.d,
                    ALTER COLUMN b TYPE public.d USING b::text::public.d;
                DROP DOMAIN public.d__old;
                ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 'x'::character varying;
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
                CREATE VIEW public.v AS
                 SELECT t.a
                   FROM public.t
                  WHERE ((t.b)::text = 'x'::text);
                """),
        PlanCase(
            "from a number to text, under another domain",
            from: """
                CREATE DOMAIN inner_one AS integer;
                CREATE DOMAIN outer_one AS inner_one CHECK (VALUE IS NOT NULL);
                CREATE TABLE t (a outer_one, b inner_one[]);
                """,
            to: """
                CREATE DOMAIN inner_one AS text;
                CREATE DOMAIN outer_one AS inner_one CHECK (VALUE IS NOT NULL);
                CREATE TABLE t (a outer_one, b inner_one[]);
                """,
            up: """
                ALTER DOMAIN public.outer_one DROP CONSTRAINT outer_one_check;
                ALTER DOMAIN public.inner_one RENAME TO inner_one__old;
                CREATE DOMAIN public.inner_one AS text;
                -- may fail: fails if a value of b is not one of the new public.inner_one[]
                ALTER TABLE public.t ALTER COLUMN b TYPE public.inner_one[] USING b::text::public.inner_one[];
                ALTER DOMAIN public.outer_one RENAME TO outer_one__old;
                CREATE DOMAIN public.outer_one AS public.inner_one
                    CONSTRAINT outer_one_check CHECK ((VALUE IS NOT NULL));
                -- may fail: fails if a value of a is not one of the new public.outer_one
                ALTER TABLE public.t ALTER COLUMN a TYPE public.outer_one USING a::text::public.outer_one;
                DROP DOMAIN public.outer_one__old;
                DROP DOMAIN public.inner_one__old;
                """,
            down: """
                ALTER DOMAIN public.outer_one DROP CONSTRAINT outer_one_check;
                ALTER DOMAIN public.inner_one RENAME TO inner_one__old;
                CREATE DOMAIN public.inner_one AS integer;
                -- may fail: fails if a value of b is not one of the new public.inner_one[]
                ALTER TABLE public.t ALTER COLUMN b TYPE public.inner_one[] USING b::text::public.inner_one[];
                ALTER DOMAIN public.outer_one RENAME TO outer_one__old;
                CREATE DOMAIN public.outer_one AS public.inner_one
                    CONSTRAINT outer_one_check CHECK ((VALUE IS NOT NULL));
                -- may fail: fails if a value of a is not one of the new public.outer_one
                ALTER TABLE public.t ALTER COLUMN a TYPE public.outer_one USING a::text::public.outer_one;
                DROP DOMAIN public.outer_one__old;
                DROP DOMAIN public.inner_one__old;
                """),
        PlanCase(
            "a check that is not validated",
            from: """
                CREATE DOMAIN d AS integer;
                ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
                """,
            to: """
                CREATE DOMAIN d AS integer CONSTRAINT positive CHECK (VALUE > 0);
                """,
            up: """
                ALTER DOMAIN public.d VALIDATE CONSTRAINT positive;
                """,
            down: """
                ALTER DOMAIN public.d DROP CONSTRAINT positive;
                -- may fail: fails if a column of the domain holds another value
                ALTER DOMAIN public.d ADD CONSTRAINT positive CHECK ((VALUE > 0)) NOT VALID;
                """),
        PlanCase(
            "a domain is dropped",
            from: """
                CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');
                COMMENT ON DOMAIN mail IS 'an address';
                COMMENT ON CONSTRAINT mail_check ON DOMAIN mail IS 'with an at sign';
                CREATE TABLE t (a mail NOT NULL);
                """,
            to: """
                CREATE TABLE t (a text NOT NULL);
                """,
            up: """
                ALTER TABLE public.t ALTER COLUMN a TYPE text;
                DROP DOMAIN public.mail;
                """,
            down: """
                CREATE DOMAIN public.mail AS text
                    CONSTRAINT mail_check CHECK ((VALUE ~~ '%@%'::text));
                COMMENT ON DOMAIN public.mail IS 'an address';
                COMMENT ON CONSTRAINT mail_check ON DOMAIN public.mail IS 'with an at sign';
                -- may fail: fails if a value of a does not fit public.mail
                ALTER TABLE public.t ALTER COLUMN a TYPE public.mail;
                """),
        PlanCase(
            "a column leaves a domain for its type, which is made anew",
            from: """
                CREATE TYPE span AS RANGE (subtype = numeric);
                CREATE DOMAIN spans AS span;
                CREATE TABLE t (s spans);
                """,
            to: """
                CREATE TYPE span AS RANGE (subtype = date);
                CREATE TABLE t (s span);
                """,
            up: """
                ALTER TYPE public.span RENAME TO span__old;
                ALTER TYPE public.span_multirange RENAME TO span_multi__old;
                ALTER FUNCTION public.span_multirange() RENAME TO span_multi__old;
                CREATE TYPE public.span AS RANGE (
                    subtype = date,
                    multirange_type_name = public.span_multirange
                );
                -- may fail: no cast from public.spans to public.span, so s is read from its text: put the right USING
                -- data loss: column public.t.s: drops the time of day of its values
                ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
                DROP DOMAIN public.spans;
                DROP TYPE public.span__old;
                """,
            down: """
                ALTER TYPE public.span RENAME TO span__old;
                ALTER TYPE public.span_multirange RENAME TO span_multi__old;
                ALTER FUNCTION public.span_multirange() RENAME TO span_multi__old;
                CREATE TYPE public.span AS RANGE (
                    subtype = numeric,
                    multirange_type_name = public.span_multirange
                );
                CREATE DOMAIN public.spans AS public.span;
                -- may fail: no cast from public.span to public.spans, so s is read from its text: put the right USING
                ALTER TABLE public.t ALTER COLUMN s TYPE public.spans USING s::text::public.spans;
                DROP TYPE public.span__old;
                """),
        PlanCase(
            "a column refuses NULL while its domain is made anew",
            from: """
                CREATE DOMAIN d AS text;
                CREATE TABLE t (a d);
                """,
            to: """
                CREATE DOMAIN d AS integer;
                CREATE TABLE t (a d NOT NULL);
                """,
            up: """
                ALTER DOMAIN public.d RENAME TO d__old;
                CREATE DOMAIN public.d AS integer;
                -- may fail: fails if a value of a is not one of the new public.d
                -- needs a decision: column public.t.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.d USING a::text::public.d,
                    ALTER COLUMN a SET NOT NULL;
                DROP DOMAIN public.d__old;
                """,
            down: """
                ALTER DOMAIN public.d RENAME TO d__old;
                CREATE DOMAIN public.d AS text;
                -- may fail: fails if a value of a is not one of the new public.d
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.d USING a::text::public.d,
                    ALTER COLUMN a DROP NOT NULL;
                DROP DOMAIN public.d__old;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
