import Testing

@Suite struct ColumnPlanTests2 {
    @Test(arguments: [
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
                DROP INDEX public.i;
                -- rewrite: may write the whole table anew
                -- rewrite: may write the whole table anew
                -- may fail: fails if rows break t_b_key
                ALTER TABLE public.t
                    DROP CONSTRAINT t_b_key,
                    ALTER COLUMN a TYPE text COLLATE pg_catalog."C",
                    ALTER COLUMN b TYPE character varying(9),
                    ADD CONSTRAINT t_b_key UNIQUE (b);
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON public.t USING btree (a);
                """,
            down: """
                DROP INDEX public.i;
                -- rewrite: may write the whole table anew
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of b does not fit character varying(5)
                -- may fail: fails if rows break t_b_key
                ALTER TABLE public.t
                    DROP CONSTRAINT t_b_key,
                    ALTER COLUMN a TYPE text,
                    ALTER COLUMN b TYPE character varying(5) COLLATE pg_catalog."C",
                    ADD CONSTRAINT t_b_key UNIQUE (b);
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON public.t USING btree (a);
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
                -- rewrite: may write the whole table anew
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_a_check,
                    DROP COLUMN g,
                    ALTER COLUMN a TYPE numeric(10,2),
                    ADD COLUMN g numeric GENERATED ALWAYS AS ((a * (2)::numeric)) STORED,
                    ADD CONSTRAINT t_a_check CHECK ((a > (0)::numeric));
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON public.t USING btree (((a + (1)::numeric)));
                -- lock: blocks writes to t while it is built
                CREATE INDEX j ON public.t USING btree (g) WHERE (a > (5)::numeric);
                """,
            down: """
                DROP INDEX public.i;
                -- rewrite: may write the whole table anew
                -- data loss: rounds the values of a
                -- may fail: fails if rows break t_a_check
                ALTER TABLE public.t
                    DROP CONSTRAINT t_a_check,
                    DROP COLUMN g,
                    ALTER COLUMN a TYPE integer,
                    ADD COLUMN g integer GENERATED ALWAYS AS ((a * 2)) STORED,
                    ADD CONSTRAINT t_a_check CHECK ((a > 0));
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON public.t USING btree (((a + 1)));
                -- lock: blocks writes to t while it is built
                CREATE INDEX j ON public.t USING btree (g) WHERE (a > 5);
                """),
        PlanCase(
            "columns of parents and partitions",
            from: """
                CREATE TABLE base (id integer, a integer) PARTITION BY RANGE (id);
                CREATE TABLE part PARTITION OF base FOR VALUES FROM (1) TO (9);
                """,
            to: """
                CREATE TABLE base (id integer, a bigint NOT NULL, b text DEFAULT 'x') PARTITION BY RANGE (id);
                CREATE TABLE part PARTITION OF base FOR VALUES FROM (1) TO (9);
                """,
            up: """
                -- rewrite: may write the whole table anew
                -- may fail: fails if column a holds NULL
                ALTER TABLE public.base
                    ALTER COLUMN a TYPE bigint,
                    ALTER COLUMN a SET NOT NULL,
                    ADD COLUMN b text DEFAULT 'x'::text;
                """,
            down: """
                -- data loss: deletes the values of column base.b
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of a does not fit integer
                ALTER TABLE public.base
                    DROP COLUMN b,
                    ALTER COLUMN a TYPE integer,
                    ALTER COLUMN a DROP NOT NULL;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
