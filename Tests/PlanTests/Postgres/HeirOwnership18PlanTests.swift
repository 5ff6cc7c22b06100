import TestSupport
import Testing

/// NOT NULL constraints that a table has of its own beside those of its parents: server 18.
@Suite(.postgres(18...)) struct HeirOwnership18PlanTests {
    @Test(arguments: [
        PlanCase(
            "a constraint that the parent has becomes the heir's own",
            from: """
                CREATE TABLE p (a integer NOT NULL, b integer CONSTRAINT there NOT NULL);
                CREATE TABLE c () INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM p",
            to: """
                CREATE TABLE p (a integer NOT NULL, b integer CONSTRAINT there NOT NULL);
                COMMENT ON CONSTRAINT there ON p IS 'always';
                CREATE TABLE c (NOT NULL a, CONSTRAINT there NOT NULL b) INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                """,
            up: """
                ALTER TABLE public.c ALTER COLUMN a SET NOT NULL;
                COMMENT ON CONSTRAINT there ON public.p IS 'always';
                ALTER TABLE public.c ADD CONSTRAINT there NOT NULL b;
                """,
            down: """
                ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.c ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                COMMENT ON CONSTRAINT there ON public.p IS NULL;
                ALTER TABLE public.p ALTER COLUMN b DROP NOT NULL;
                ALTER TABLE public.c ALTER COLUMN b DROP NOT NULL;
                ALTER TABLE public.p ADD CONSTRAINT there NOT NULL b;
                """),
        PlanCase(
            "an heir's primary key makes the parent's constraint its own, unless it comes later",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c () INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM p",
            to: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (PRIMARY KEY (a)) INHERITS (p);
                CREATE TABLE d () INHERITS (p);
                ALTER TABLE d ADD PRIMARY KEY (a);
                CREATE TABLE e () INHERITS (p);
                ALTER TABLE e ADD PRIMARY KEY (a);
                """,
            up: """
                -- may fail: fails if rows break c_pkey
                ALTER TABLE public.c
                    ALTER COLUMN a SET NOT NULL,
                    ADD CONSTRAINT c_pkey PRIMARY KEY (a);
                -- may fail: fails if rows break d_pkey
                ALTER TABLE public.d ADD CONSTRAINT d_pkey PRIMARY KEY (a);
                CREATE TABLE public.e ()
                INHERITS (public.p);
                ALTER TABLE public.e ADD CONSTRAINT e_pkey PRIMARY KEY (a);
                """,
            down: """
                ALTER TABLE public.c RENAME TO c__old;
                ALTER TABLE public.d DROP CONSTRAINT d_pkey;
                CREATE TABLE public.c ()
                INHERITS (public.p);
                -- rewrite: copies the rows of c__old to c
                INSERT INTO public.c (a)
                SELECT a FROM ONLY public.c__old;
                DROP TABLE public.c__old;
                -- data loss: table public.e: drops the table with its rows
                DROP TABLE public.e;
                """),
        PlanCase(
            "a parent refuses NULL where the heir's key does already",
            from: """
                CREATE TABLE p (a integer);
                CREATE TABLE c (b integer, PRIMARY KEY (a)) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM c",
            to: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (b integer, PRIMARY KEY (a)) INHERITS (p);
                """,
            up: """
                -- needs a decision: column public.p.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                """,
            down: """
                ALTER TABLE ONLY public.p ALTER COLUMN a DROP NOT NULL;
                """),
        PlanCase(
            "a constraint becomes the parent's alone, and the parent's key holds on to it",
            from: """
                CREATE TABLE p (a integer PRIMARY KEY);
                CREATE TABLE c (NOT NULL a) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer PRIMARY KEY);
                CREATE TABLE c () INHERITS (p);
                """,
            up: """
                ALTER TABLE public.c RENAME TO c__old;
                CREATE TABLE public.c ()
                INHERITS (public.p);
                -- rewrite: copies the rows of c__old to c
                INSERT INTO public.c (a)
                SELECT a FROM ONLY public.c__old;
                DROP TABLE public.c__old;
                """,
            down: """
                ALTER TABLE public.c ALTER COLUMN a SET NOT NULL;
                """),
        PlanCase(
            "the parent no longer refuses NULL, nor the heir",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (NOT NULL a) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer);
                CREATE TABLE c () INHERITS (p);
                """,
            up: """
                ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.c ALTER COLUMN a DROP NOT NULL;
                """,
            down: """
                -- needs a decision: column public.p.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                -- needs a decision: column public.c.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.c ALTER COLUMN a SET NOT NULL;
                """),
        PlanCase(
            "neither refuses NULL any longer in a column that both declare",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (a integer NOT NULL) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer);
                CREATE TABLE c (a integer) INHERITS (p);
                """,
            up: """
                ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.c ALTER COLUMN a DROP NOT NULL;
                """,
            down: """
                -- needs a decision: column public.p.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                -- needs a decision: column public.c.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.c ALTER COLUMN a SET NOT NULL;
                """),
        PlanCase(
            "a table begins to inherit a constraint that is not to be its own",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (a integer NOT NULL);
                """,
            rows: "INSERT INTO c VALUES (1)", query: "SELECT a FROM c",
            to: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (a integer) INHERITS (p);
                """,
            up: """
                ALTER TABLE public.c INHERIT public.p;
                ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.c ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                """,
            down: """
                ALTER TABLE public.c NO INHERIT public.p;
                """),
        PlanCase(
            "a name that the server chose for a domain",
            from: """
                CREATE DOMAIN d AS integer NOT NULL;
                ALTER DOMAIN d RENAME CONSTRAINT d_not_null TO d_not_null1;
                """,
            to: """
                CREATE DOMAIN d AS integer CONSTRAINT given NOT NULL;
                CREATE DOMAIN e AS integer NOT NULL;
                ALTER DOMAIN e RENAME CONSTRAINT e_not_null TO e_not_null2;
                """,
            up: """
                ALTER DOMAIN public.d RENAME CONSTRAINT d_not_null1 TO given;
                CREATE DOMAIN public.e AS integer NOT NULL;
                """,
            down: """
                DROP DOMAIN public.e;
                ALTER DOMAIN public.d RENAME CONSTRAINT given TO d_not_null;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
