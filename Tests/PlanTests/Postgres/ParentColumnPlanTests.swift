import Testing

@Suite struct ParentColumnPlanTests {
    @Test(arguments: [
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
                -- needs a decision: column public.base.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.base
                    ALTER COLUMN a TYPE bigint,
                    ALTER COLUMN a SET NOT NULL,
                    ADD COLUMN b text DEFAULT 'x'::text;
                """,
            down: """
                -- may fail: fails if a value of a does not fit integer
                -- data loss: column public.base.b: drops the column with its values
                ALTER TABLE public.base
                    ALTER COLUMN a TYPE integer,
                    ALTER COLUMN a DROP NOT NULL,
                    DROP COLUMN b;
                """),
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
                -- data loss: table public.c: drops the table with its rows
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
                -- may fail: fails if a value of a does not fit integer
                ALTER TABLE public.p ALTER COLUMN a TYPE integer;
                CREATE TABLE public.c (
                    a integer
                )
                INHERITS (public.p);
                -- rewrite: copies the rows of c__old to c
                -- may fail: fails if a value of a does not fit integer
                INSERT INTO public.c (a)
                SELECT a FROM ONLY public.c__old;
                DROP TABLE public.c__old;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
