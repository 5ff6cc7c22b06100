import Testing

/// Still more of what random pairs of schemas have shown.
struct RandomPairPlanTests3 {
    @Test(arguments: [
        PlanCase(
            "a check of a parent that an heir has until it goes",
            from: """
                CREATE TABLE p (a integer);
                CREATE TABLE c (b integer, CONSTRAINT odd CHECK (b > 0)) INHERITS (p);
                """,
            to: """
                CREATE TABLE p (a integer, CONSTRAINT odd CHECK (a > 1));
                """,
            up: """
                -- data loss: deletes all rows of table c
                DROP TABLE public.c;
                -- may fail: fails if rows break odd
                ALTER TABLE public.p ADD CONSTRAINT odd CHECK ((a > 1));
                """,
            down: """
                ALTER TABLE public.p DROP CONSTRAINT odd;
                CREATE TABLE public.c (
                    b integer,
                    CONSTRAINT odd CHECK ((b > 0))
                )
                INHERITS (public.p);
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
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of a is not one of the new public.d
                -- may fail: fails if column a holds NULL
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.d USING a::text::public.d,
                    ALTER COLUMN a SET NOT NULL;
                DROP DOMAIN public.d__old;
                """,
            down: """
                ALTER DOMAIN public.d RENAME TO d__old;
                CREATE DOMAIN public.d AS text;
                -- rewrite: may write the whole table anew
                -- may fail: fails if a value of a is not one of the new public.d
                ALTER TABLE public.t
                    ALTER COLUMN a TYPE public.d USING a::text::public.d,
                    ALTER COLUMN a DROP NOT NULL;
                DROP DOMAIN public.d__old;
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
                -- data loss: deletes the values of attribute b
                ALTER TYPE public.one DROP ATTRIBUTE b CASCADE;
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON public.t USING btree (a);
                """,
            down: """
                DROP INDEX public.i;
                ALTER TYPE public.one ADD ATTRIBUTE b text CASCADE;
                -- lock: blocks writes to t while it is built
                CREATE INDEX i ON public.t USING btree (b);
                """),
        PlanCase(
            "parameters of long values come after the column that may have some",
            from: """
                CREATE TABLE t (a integer) WITH (toast.autovacuum_vacuum_threshold = 100);
                """,
            to: """
                CREATE TABLE t (a text) WITH (toast.autovacuum_vacuum_threshold = 100);
                """,
            up: """
                -- rewrite: may write the whole table anew
                ALTER TABLE public.t ALTER COLUMN a TYPE text;
                ALTER TABLE public.t SET (toast.autovacuum_vacuum_threshold='100');
                """,
            down: """
                -- rewrite: may write the whole table anew
                -- may fail: no assignment cast to integer, so USING: fails if a value of a can't be read as one
                ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
                ALTER TABLE public.t RESET (toast.autovacuum_vacuum_threshold);
                """),
        PlanCase(
            "a partition below a partition whose table is made anew",
            from: """
                CREATE DOMAIN d AS integer;
                CREATE TABLE t (a integer) PARTITION BY RANGE (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (a);
                CREATE TABLE t_1_1 PARTITION OF t_1 FOR VALUES FROM (1) TO (9);
                """,
            to: """
                CREATE DOMAIN d AS integer;
                CREATE TABLE t (a d) PARTITION BY RANGE (a);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (a);
                CREATE TABLE t_1_1 PARTITION OF t_1 FOR VALUES FROM (1) TO (9);
                """,
            up: """
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_1;
                -- data loss: deletes all rows of table t
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    a public.d
                )
                PARTITION BY RANGE (a);
                CREATE TABLE public.t_1 (
                    a public.d
                )
                PARTITION BY RANGE (a);
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM ('1') TO ('9');
                -- rewrite: may write the whole table anew
                -- may fail: no cast from integer to public.d, so a is read from its text: put the right USING
                ALTER TABLE public.t_1_1 ALTER COLUMN a TYPE public.d USING a::text::public.d;
                -- may fail: fails if a row of t_1_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_1 FOR VALUES FROM ('1') TO ('9');
                """,
            down: """
                ALTER TABLE ONLY public.t_1 DETACH PARTITION public.t_1_1;
                -- data loss: deletes all rows of table t
                DROP TABLE public.t;
                CREATE TABLE public.t (
                    a integer
                )
                PARTITION BY RANGE (a);
                CREATE TABLE public.t_1 (
                    a integer
                )
                PARTITION BY RANGE (a);
                ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (1) TO (9);
                -- rewrite: may write the whole table anew
                -- may fail: no cast from public.d to integer, so a is read from its text: put the right USING
                ALTER TABLE public.t_1_1 ALTER COLUMN a TYPE integer USING a::text::integer;
                -- may fail: fails if a row of t_1_1 belongs to another partition: the values of a have another place with their new type
                ALTER TABLE ONLY public.t_1 ATTACH PARTITION public.t_1_1 FOR VALUES FROM (1) TO (9);
                """),
        PlanCase(
            "what an owner may do with a column, when it is the owner no longer",
            from: """
                CREATE TABLE t (a integer);
                ALTER TABLE t OWNER TO plan_writer;
                GRANT REFERENCES (a) ON t TO plan_writer;
                """,
            to: """
                CREATE TABLE t (a integer);
                ALTER TABLE t OWNER TO plan_reader;
                GRANT REFERENCES (a) ON t TO plan_writer;
                """,
            up: """
                REVOKE REFERENCES (a) ON TABLE public.t FROM plan_writer;
                ALTER TABLE public.t OWNER TO plan_reader;
                GRANT REFERENCES (a) ON TABLE public.t TO plan_writer;
                """,
            down: """
                ALTER TABLE public.t OWNER TO plan_writer;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
