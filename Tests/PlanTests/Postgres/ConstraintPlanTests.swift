import Testing

@Suite struct ConstraintPlanTests {
    @Test(arguments: [
        PlanCase(
            "every kind",
            from: """
                CREATE TABLE p (a integer, b integer, UNIQUE (a, b));
                CREATE TABLE t (a integer, b integer, r int4range);
                """,
            to: """
                CREATE TABLE p (a integer, b integer, UNIQUE (a, b));
                CREATE TABLE t (
                    a integer, b integer, r int4range,
                    CONSTRAINT t_key PRIMARY KEY (a) INCLUDE (b),
                    UNIQUE NULLS NOT DISTINCT (b),
                    UNIQUE (b, r) DEFERRABLE INITIALLY DEFERRED,
                    CHECK (a > b) NO INHERIT,
                    EXCLUDE USING gist (r WITH &&) WHERE (a > 0),
                    FOREIGN KEY (a, b) REFERENCES p (a, b) MATCH FULL ON UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE
                );
                ALTER TABLE t ADD CONSTRAINT later CHECK (b > 0) NOT VALID;
                """,
            up: """
                -- needs a decision: column public.t.a: fails while rows hold NULL in it, which need a value
                -- may fail: fails if rows break t_key
                -- may fail: fails if rows break t_b_key
                -- may fail: fails if rows break t_b_r_key
                -- may fail: fails if rows break t_check
                -- may fail: fails if rows break t_r_excl
                -- may fail: fails if rows break t_a_b_fkey
                ALTER TABLE public.t
                    ALTER COLUMN a SET NOT NULL,
                    ADD CONSTRAINT t_key PRIMARY KEY (a) INCLUDE (b),
                    ADD CONSTRAINT t_b_key UNIQUE NULLS NOT DISTINCT (b),
                    ADD CONSTRAINT t_b_r_key UNIQUE (b, r) DEFERRABLE INITIALLY DEFERRED,
                    ADD CONSTRAINT later CHECK ((b > 0)) NOT VALID,
                    ADD CONSTRAINT t_check CHECK ((a > b)) NO INHERIT,
                    ADD CONSTRAINT t_r_excl EXCLUDE USING gist (r WITH &&) WHERE ((a > 0)),
                    ADD CONSTRAINT t_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.p(a, b) MATCH FULL ON UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE;
                """,
            down: """
                ALTER TABLE public.t
                    DROP CONSTRAINT t_key,
                    DROP CONSTRAINT t_b_key,
                    DROP CONSTRAINT t_b_r_key,
                    DROP CONSTRAINT later,
                    DROP CONSTRAINT t_check,
                    DROP CONSTRAINT t_r_excl,
                    DROP CONSTRAINT t_a_b_fkey,
                    ALTER COLUMN a DROP NOT NULL;
                """),
        PlanCase(
            "validated, deferred, another definition",
            from: """
                CREATE TABLE p (a integer PRIMARY KEY);
                CREATE TABLE t (a integer, b integer CHECK (b > 0));
                ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
                ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p NOT VALID;
                ALTER TABLE t ADD CONSTRAINT g FOREIGN KEY (b) REFERENCES p;
                """,
            to: """
                CREATE TABLE p (a integer PRIMARY KEY);
                CREATE TABLE t (a integer, b integer CHECK (b > 1));
                ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
                ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p;
                ALTER TABLE t ADD CONSTRAINT g FOREIGN KEY (b) REFERENCES p DEFERRABLE INITIALLY DEFERRED;
                """,
            up: """
                -- may fail: fails if rows break t_b_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_b_check,
                    VALIDATE CONSTRAINT c,
                    ADD CONSTRAINT t_b_check CHECK ((b > 1)),
                    VALIDATE CONSTRAINT f,
                    ALTER CONSTRAINT g DEFERRABLE INITIALLY DEFERRED;
                """,
            down: """
                -- may fail: fails if rows break t_b_check
                ALTER TABLE public.t
                    DROP CONSTRAINT c,
                    DROP CONSTRAINT t_b_check,
                    DROP CONSTRAINT f,
                    ADD CONSTRAINT c CHECK ((a > 0)) NOT VALID,
                    ADD CONSTRAINT t_b_check CHECK ((b > 0)),
                    ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.p(a) NOT VALID,
                    ALTER CONSTRAINT g NOT DEFERRABLE;
                """),
        PlanCase(
            "CHECK with IN on varchar reads back the same",
            from: """
                CREATE TABLE t (a varchar(5), n name, CHECK (a IN ('x', 'y')));
                """,
            to: """
                CREATE TABLE t (a varchar(5), n name, CHECK (a IN ('x', 'y', 'z')), CHECK (n IN ('p', 'q')), CHECK (a NOT IN ('''', ')')));
                CREATE INDEX i ON t (n) WHERE a IN ('x', 'y');
                CREATE VIEW v AS SELECT CASE WHEN a IN ('x', 'z') THEN 1 END AS k FROM t WHERE n IN ('p', 'q');
                """,
            up: """
                -- may fail: fails if rows break t_a_check
                -- may fail: fails if rows break t_a_check1
                -- may fail: fails if rows break t_n_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_a_check,
                    ADD CONSTRAINT t_a_check CHECK (((a)::text = ANY (ARRAY['x'::character varying, 'y'::character varying, 'z'::character varying]))),
                    ADD CONSTRAINT t_a_check1 CHECK (((a)::text <> ALL (ARRAY[''''::character varying, ')'::character varying]))),
                    ADD CONSTRAINT t_n_check CHECK ((n = ANY (ARRAY['p'::name, 'q'::name])));
                CREATE INDEX i ON public.t USING btree (n) WHERE ((a)::text = ANY (ARRAY['x'::character varying, 'y'::character varying]));
                CREATE VIEW public.v AS
                 SELECT
                        CASE
                            WHEN ((t.a)::text = ANY (ARRAY['x'::character varying, 'z'::character varying])) THEN 1
                            ELSE NULL::integer
                        END AS k
                   FROM public.t
                  WHERE (t.n = ANY (ARRAY['p'::name, 'q'::name]));
                """,
            down: """
                DROP VIEW public.v;
                DROP INDEX public.i;
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_a_check,
                    DROP CONSTRAINT t_a_check1,
                    DROP CONSTRAINT t_n_check,
                    ADD CONSTRAINT t_a_check CHECK (((a)::text = ANY (ARRAY['x'::character varying, 'y'::character varying])));
                """),
        PlanCase(
            "a primary key moves while others refer to it",
            from: """
                CREATE TABLE p (id integer, code text NOT NULL, CONSTRAINT p_pkey PRIMARY KEY (id));
                CREATE TABLE t (p integer REFERENCES p);
                CREATE VIEW v AS SELECT id, code FROM p GROUP BY id;
                COMMENT ON CONSTRAINT p_pkey ON p IS 'the key';
                """,
            to: """
                CREATE TABLE p (id integer NOT NULL, code text, CONSTRAINT p_pkey PRIMARY KEY (code), UNIQUE (id));
                CREATE TABLE t (p integer REFERENCES p (id));
                CREATE VIEW v AS SELECT max(id) AS id, code FROM p GROUP BY code;
                COMMENT ON CONSTRAINT p_pkey ON p IS 'the key';
                """,
            up: """
                ALTER TABLE public.t DROP CONSTRAINT t_p_fkey;
                -- may fail: fails if rows break p_id_key
                ALTER TABLE public.p ADD CONSTRAINT p_id_key UNIQUE (id);
                CREATE OR REPLACE VIEW public.v AS
                 SELECT max(p.id) AS id,
                    p.code
                   FROM public.p
                  GROUP BY p.code;
                -- may fail: fails if rows break p_pkey
                ALTER TABLE public.p
                    DROP CONSTRAINT p_pkey,
                    ADD CONSTRAINT p_pkey PRIMARY KEY (code);
                COMMENT ON CONSTRAINT p_pkey ON public.p IS 'the key';
                -- may fail: fails if rows break t_p_fkey
                ALTER TABLE public.t ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES public.p(id);
                """,
            down: """
                ALTER TABLE public.p DROP CONSTRAINT p_pkey;
                ALTER TABLE public.t DROP CONSTRAINT t_p_fkey;
                -- may fail: fails if rows break p_pkey
                ALTER TABLE public.p
                    DROP CONSTRAINT p_id_key,
                    ADD CONSTRAINT p_pkey PRIMARY KEY (id);
                COMMENT ON CONSTRAINT p_pkey ON public.p IS 'the key';
                -- may fail: fails if rows break t_p_fkey
                ALTER TABLE public.t ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES public.p(id);
                CREATE OR REPLACE VIEW public.v AS
                 SELECT p.id,
                    p.code
                   FROM public.p
                  GROUP BY p.id;
                """),
        PlanCase(
            "an index becomes a constraint of the same name",
            from: """
                CREATE TABLE t (a integer NOT NULL);
                CREATE UNIQUE INDEX t_a ON t (a);
                """,
            to: """
                CREATE TABLE t (a integer NOT NULL, CONSTRAINT t_a UNIQUE (a));
                """,
            up: """
                DROP INDEX public.t_a;
                -- may fail: fails if rows break t_a
                ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a);
                """,
            down: """
                ALTER TABLE public.t DROP CONSTRAINT t_a;
                -- may fail: fails if rows are not unique
                CREATE UNIQUE INDEX t_a ON public.t USING btree (a);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
