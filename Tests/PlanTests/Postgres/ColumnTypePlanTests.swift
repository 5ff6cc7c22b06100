import Testing

@Suite struct ColumnTypePlanTests {
    @Test(arguments: [
        PlanCase(
            "another type under a view chain, a policy and a trigger",
            from: """
                CREATE TABLE t (id integer PRIMARY KEY, owner varchar(20));
                CREATE INDEX t_owner ON t (owner);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON t USING (owner = CURRENT_USER);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER tg BEFORE UPDATE OF owner ON t FOR EACH ROW WHEN (NEW.owner <> '') EXECUTE FUNCTION tr();
                CREATE VIEW one AS SELECT id, owner FROM t;
                CREATE VIEW two AS SELECT owner FROM one;
                CREATE MATERIALIZED VIEW three AS SELECT owner FROM two;
                CREATE UNIQUE INDEX three_owner ON three (owner);
                GRANT SELECT ON one TO plan_reader;
                GRANT SELECT (owner) ON two TO plan_writer;
                COMMENT ON VIEW two IS 'the second';
                COMMENT ON COLUMN two.owner IS 'whose';
                """,
            to: """
                CREATE TABLE t (id bigint PRIMARY KEY, owner text);
                CREATE INDEX t_owner ON t (owner);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON t USING (owner = CURRENT_USER);
                CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER tg BEFORE UPDATE OF owner ON t FOR EACH ROW WHEN (NEW.owner <> '') EXECUTE FUNCTION tr();
                CREATE VIEW one AS SELECT id, owner FROM t;
                CREATE VIEW two AS SELECT owner FROM one;
                CREATE MATERIALIZED VIEW three AS SELECT owner FROM two;
                CREATE UNIQUE INDEX three_owner ON three (owner);
                GRANT SELECT ON one TO plan_reader;
                GRANT SELECT (owner) ON two TO plan_writer;
                COMMENT ON VIEW two IS 'the second';
                COMMENT ON COLUMN two.owner IS 'whose';
                """,
            up: """
                DROP MATERIALIZED VIEW public.three;
                DROP POLICY p ON public.t;
                DROP TRIGGER tg ON public.t;
                DROP VIEW public.two;
                DROP VIEW public.one;
                ALTER TABLE public.t
                    ALTER COLUMN id TYPE bigint,
                    ALTER COLUMN owner TYPE text;
                CREATE TRIGGER tg BEFORE UPDATE OF owner ON public.t FOR EACH ROW WHEN ((new.owner <> ''::text)) EXECUTE FUNCTION public.tr();
                CREATE POLICY p ON public.t USING ((owner = CURRENT_USER));
                CREATE VIEW public.one AS
                 SELECT t.id,
                    t.owner
                   FROM public.t;
                GRANT SELECT ON TABLE public.one TO plan_reader;
                CREATE VIEW public.two AS
                 SELECT one.owner
                   FROM public.one;
                GRANT SELECT (owner) ON TABLE public.two TO plan_writer;
                COMMENT ON VIEW public.two IS 'the second';
                COMMENT ON COLUMN public.two.owner IS 'whose';
                CREATE MATERIALIZED VIEW public.three AS
                 SELECT two.owner
                   FROM public.two;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX three_owner ON public.three USING btree (owner);
                """,
            down: """
                DROP MATERIALIZED VIEW public.three;
                DROP POLICY p ON public.t;
                DROP TRIGGER tg ON public.t;
                DROP VIEW public.two;
                DROP VIEW public.one;
                -- may fail: fails if a value of id does not fit integer
                -- may fail: fails if a value of owner does not fit character varying(20)
                ALTER TABLE public.t
                    ALTER COLUMN id TYPE integer,
                    ALTER COLUMN owner TYPE character varying(20);
                CREATE TRIGGER tg BEFORE UPDATE OF owner ON public.t FOR EACH ROW WHEN (((new.owner)::text <> ''::text)) EXECUTE FUNCTION public.tr();
                CREATE POLICY p ON public.t USING (((owner)::text = CURRENT_USER));
                CREATE VIEW public.one AS
                 SELECT t.id,
                    t.owner
                   FROM public.t;
                GRANT SELECT ON TABLE public.one TO plan_reader;
                CREATE VIEW public.two AS
                 SELECT one.owner
                   FROM public.one;
                GRANT SELECT (owner) ON TABLE public.two TO plan_writer;
                COMMENT ON VIEW public.two IS 'the second';
                COMMENT ON COLUMN public.two.owner IS 'whose';
                CREATE MATERIALIZED VIEW public.three AS
                 SELECT two.owner
                   FROM public.two;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX three_owner ON public.three USING btree (owner);
                """),
        PlanCase(
            "integer to uuid with a foreign key",
            from: """
                CREATE TABLE t (id integer PRIMARY KEY);
                CREATE TABLE u (t integer REFERENCES t);
                """,
            to: """
                CREATE TABLE t (id uuid DEFAULT gen_random_uuid() PRIMARY KEY);
                CREATE TABLE u (t uuid REFERENCES t);
                """,
            up: """
                ALTER TABLE public.u DROP CONSTRAINT u_t_fkey;
                -- may fail: no cast from integer to uuid, so id is read from its text: put the right USING
                ALTER TABLE public.t
                    DROP CONSTRAINT t_pkey,
                    ALTER COLUMN id TYPE uuid USING id::text::uuid;
                ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT gen_random_uuid();
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
                -- may fail: no cast from integer to uuid, so t is read from its text: put the right USING
                -- may fail: fails if rows break u_t_fkey
                ALTER TABLE public.u
                    ALTER COLUMN t TYPE uuid USING t::text::uuid,
                    ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES public.t(id);
                """,
            down: """
                ALTER TABLE ONLY public.t ALTER COLUMN id DROP DEFAULT;
                ALTER TABLE public.u DROP CONSTRAINT u_t_fkey;
                -- may fail: no cast from uuid to integer, so id is read from its text: put the right USING
                -- may fail: fails if rows break t_pkey
                ALTER TABLE public.t
                    DROP CONSTRAINT t_pkey,
                    ALTER COLUMN id TYPE integer USING id::text::integer,
                    ADD CONSTRAINT t_pkey PRIMARY KEY (id);
                -- may fail: no cast from uuid to integer, so t is read from its text: put the right USING
                -- may fail: fails if rows break u_t_fkey
                ALTER TABLE public.u
                    ALTER COLUMN t TYPE integer USING t::text::integer,
                    ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES public.t(id);
                """),
        PlanCase(
            "text to integer, array to jsonb, boolean to text",
            from: """
                CREATE TABLE t (a text DEFAULT '1', b integer[] DEFAULT '{}', c boolean DEFAULT true CHECK (c));
                """,
            to: """
                CREATE TABLE t (a integer DEFAULT 1, b jsonb DEFAULT '[]', c text DEFAULT 'yes' CHECK (c <> ''));
                """,
            up: """
                ALTER TABLE public.t DROP CONSTRAINT t_c_check;
                ALTER TABLE ONLY public.t
                    ALTER COLUMN a DROP DEFAULT,
                    ALTER COLUMN b DROP DEFAULT,
                    ALTER COLUMN c DROP DEFAULT;
                -- may fail: no assignment cast to integer, so USING: fails if a value of a can't be read as one
                -- may fail: no cast from integer[] to jsonb, so b is read from its text: put the right USING
                -- data loss: column public.t.b: drops white space, the order of keys and all but the last of equal keys of its values
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE integer USING a::integer,
                    ALTER COLUMN b TYPE jsonb USING b::text::jsonb,
                    ALTER COLUMN c TYPE text;
                ALTER TABLE ONLY public.t
                    ALTER COLUMN a SET DEFAULT 1,
                    ALTER COLUMN b SET DEFAULT '[]'::jsonb,
                    ALTER COLUMN c SET DEFAULT 'yes'::text;
                -- may fail: fails if rows break t_c_check
                ALTER TABLE public.t ADD CONSTRAINT t_c_check CHECK ((c <> ''::text));
                """,
            down: """
                ALTER TABLE public.t DROP CONSTRAINT t_c_check;
                ALTER TABLE ONLY public.t
                    ALTER COLUMN a DROP DEFAULT,
                    ALTER COLUMN b DROP DEFAULT,
                    ALTER COLUMN c DROP DEFAULT;
                -- may fail: no cast from jsonb to integer[], so b is read from its text: put the right USING
                -- may fail: no assignment cast to boolean, so USING: fails if a value of c can't be read as one
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE text,
                    ALTER COLUMN b TYPE integer[] USING b::text::integer[],
                    ALTER COLUMN c TYPE boolean USING c::boolean;
                ALTER TABLE ONLY public.t
                    ALTER COLUMN a SET DEFAULT '1'::text,
                    ALTER COLUMN b SET DEFAULT '{}'::integer[],
                    ALTER COLUMN c SET DEFAULT true;
                -- may fail: fails if rows break t_c_check
                ALTER TABLE public.t ADD CONSTRAINT t_c_check CHECK (c);
                """),
        PlanCase(
            "another collation",
            from: """
                CREATE TABLE t (a text, b varchar(5) COLLATE "C" UNIQUE);
                CREATE INDEX i ON t (a);
                """,
            to: """
                CREATE TABLE t (a text COLLATE "C", b varchar(9) UNIQUE);
                CREATE INDEX i ON t (a);
                """,
            up: """
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE text COLLATE pg_catalog."C",
                    ALTER COLUMN b TYPE character varying(9);
                """,
            down: """
                -- may fail: fails if a value of b does not fit character varying(5)
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE text,
                    ALTER COLUMN b TYPE character varying(5) COLLATE pg_catalog."C";
                """),
        PlanCase(
            "a type under an expression index, a check, a partial index and a generated column",
            from: """
                CREATE TABLE t (a integer CHECK (a > 0), g integer GENERATED ALWAYS AS (a * 2) STORED);
                CREATE INDEX i ON t ((a + 1));
                CREATE INDEX j ON t (g) WHERE a > 5;
                """,
            to: """
                CREATE TABLE t (a numeric(10, 2) CHECK (a > 0), g numeric GENERATED ALWAYS AS (a * 2) STORED);
                CREATE INDEX i ON t ((a + 1));
                CREATE INDEX j ON t (g) WHERE a > 5;
                """,
            up: """
                DROP INDEX public.i;
                -- may fail: fails if a value of a does not fit numeric(10,2)
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_a_check,
                    DROP COLUMN g,
                    ALTER COLUMN a TYPE numeric(10,2),
                    ADD COLUMN g numeric GENERATED ALWAYS AS ((a * (2)::numeric)) STORED,
                    ADD CONSTRAINT t_a_check CHECK ((a > (0)::numeric));
                CREATE INDEX i ON public.t USING btree (((a + (1)::numeric)));
                CREATE INDEX j ON public.t USING btree (g) WHERE (a > (5)::numeric);
                """,
            down: """
                DROP INDEX public.i;
                -- data loss: column public.t.a: rounds its values
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_a_check,
                    DROP COLUMN g,
                    ALTER COLUMN a TYPE integer,
                    ADD COLUMN g integer GENERATED ALWAYS AS ((a * 2)) STORED,
                    ADD CONSTRAINT t_a_check CHECK ((a > 0));
                CREATE INDEX i ON public.t USING btree (((a + 1)));
                CREATE INDEX j ON public.t USING btree (g) WHERE (a > 5);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
