import TestSupport
import Testing

@Suite struct TypedTablePlanTests {
    @Test(arguments: [
        PlanCase(
            "of a composite type",
            from: """
                CREATE TYPE person AS (id integer, name text);
                """,
            to: """
                CREATE TYPE person AS (id integer, name text);
                CREATE TABLE people OF person (id WITH OPTIONS PRIMARY KEY, name DEFAULT 'nobody', CHECK (id > 0));
                """,
            up: """
                CREATE TABLE public.people OF public.person (
                    id WITH OPTIONS NOT NULL,
                    name WITH OPTIONS DEFAULT 'nobody'::text,
                    CONSTRAINT people_pkey PRIMARY KEY (id),
                    CONSTRAINT people_id_check CHECK ((id > 0))
                );
                """,
            down: """
                -- data loss: table public.people: drops the table with its rows
                DROP TABLE public.people;
                """),
        PlanCase(
            "two keys of the same columns",
            from: """

                """,
            to: """
                CREATE TABLE t (a integer, b integer, CONSTRAINT one UNIQUE (a, b));
                ALTER TABLE t ADD CONSTRAINT two UNIQUE (a, b);
                """,
            up: """
                CREATE TABLE public.t (
                    a integer,
                    b integer,
                    CONSTRAINT one UNIQUE (a, b)
                );
                ALTER TABLE public.t ADD CONSTRAINT two UNIQUE (a, b);
                """,
            down: """
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                """),
        PlanCase(
            "an index of a key with a comment",
            from: """
                CREATE TABLE t (a integer PRIMARY KEY);
                """,
            to: """
                CREATE TABLE t (a integer PRIMARY KEY);
                COMMENT ON INDEX t_pkey IS 'the tree behind the key';
                """,
            up: """
                COMMENT ON INDEX public.t_pkey IS 'the tree behind the key';
                """,
            down: """
                COMMENT ON INDEX public.t_pkey IS NULL;
                """),
        PlanCase(
            "columns of materialized views",
            from: """
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS a, 'x'::text AS b;
                """,
            to: """
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS a, 'x'::text AS b;
                ALTER MATERIALIZED VIEW m ALTER COLUMN b SET STORAGE EXTERNAL;
                ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STATISTICS 7;
                ALTER MATERIALIZED VIEW m ALTER COLUMN b SET (n_distinct = 3);
                """,
            up: """
                ALTER MATERIALIZED VIEW public.m
                    ALTER COLUMN a SET STATISTICS 7,
                    ALTER COLUMN b SET STORAGE EXTERNAL,
                    ALTER COLUMN b SET (n_distinct='3');
                """,
            down: """
                ALTER MATERIALIZED VIEW public.m
                    ALTER COLUMN a SET STATISTICS -1,
                    ALTER COLUMN b SET STORAGE EXTENDED,
                    ALTER COLUMN b RESET (n_distinct);
                """),
        PlanCase(
            "the sequence of an identity column that is not logged",
            from: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                """,
            to: """
                CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
                ALTER SEQUENCE t_id_seq SET UNLOGGED;
                """,
            up: """
                ALTER SEQUENCE public.t_id_seq SET UNLOGGED;
                """,
            down: """
                ALTER SEQUENCE public.t_id_seq SET LOGGED;
                """),
        PlanCase(
            "a check of a typed table under another name",
            from: """
                CREATE TYPE one AS (a integer);
                CREATE TABLE t OF one (CONSTRAINT first CHECK (a > 0));
                """,
            to: """
                CREATE TYPE one AS (a integer);
                CREATE TABLE t OF one (CONSTRAINT second CHECK (a > 0));
                """,
            up: """
                -- may fail: fails if rows break second
                ALTER TABLE public.t
                    DROP CONSTRAINT first,
                    ADD CONSTRAINT second CHECK ((a > 0));
                """,
            down: """
                -- may fail: fails if rows break first
                ALTER TABLE public.t
                    DROP CONSTRAINT second,
                    ADD CONSTRAINT first CHECK ((a > 0));
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }

    @Test(
        .postgres(..<16),
        arguments: [
            PlanCase(
                "a computed column that merges with the parent's",
                from: """
                    CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
                    """,
                to: """
                    CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
                    CREATE TABLE c (a integer, b integer) INHERITS (p);
                    """,
                up: """
                    CREATE TABLE public.c (
                        a integer,
                        b integer
                    )
                    INHERITS (public.p);
                    """,
                down: """
                    -- data loss: table public.c: drops the table with its rows
                    DROP TABLE public.c;
                    """)
        ])
    func leavesExpressionsToParents(_ planCase: PlanCase) async throws { try await planCase.check() }
}
