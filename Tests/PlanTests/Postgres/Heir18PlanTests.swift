import TestSupport
import Testing

/// Tables that inherit NOT NULL constraints or have their own: server 18.
@Suite(.postgres(18...)) struct Heir18PlanTests {
    @Test(arguments: [
        PlanCase(
            "a name on a parent reaches its heirs",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (b integer) INHERITS (p);
                CREATE TABLE q (a integer NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
                """,
            rows: "INSERT INTO c VALUES (1, 2); INSERT INTO q VALUES (1)", query: "SELECT p.a, q.a FROM p, q",
            to: """
                CREATE TABLE p (a integer CONSTRAINT there NOT NULL);
                CREATE TABLE c (b integer) INHERITS (p);
                CREATE TABLE q (a integer CONSTRAINT there NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
                CREATE TABLE q_2 PARTITION OF q FOR VALUES IN (2);
                """,
            up: """
                ALTER TABLE public.p RENAME CONSTRAINT p_a_not_null TO there;
                ALTER TABLE public.q RENAME CONSTRAINT q_a_not_null TO there;
                CREATE TABLE public.q_2 (
                    a integer CONSTRAINT there NOT NULL
                );
                ALTER TABLE ONLY public.q ATTACH PARTITION public.q_2 FOR VALUES IN (2);
                """,
            down: """
                ALTER TABLE public.p RENAME CONSTRAINT there TO p_a_not_null;
                -- data loss: table public.q_2: drops the table with its rows
                DROP TABLE public.q_2;
                ALTER TABLE public.q RENAME CONSTRAINT there TO q_a_not_null;
                """),
        PlanCase(
            "an heir refuses NULL where its parent doesn't",
            from: """
                CREATE TABLE p (a integer, b integer);
                CREATE TABLE c () INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM c",
            to: """
                CREATE TABLE p (a integer, b integer);
                CREATE TABLE c (CONSTRAINT there NOT NULL a, NOT NULL b) INHERITS (p);
                CREATE TABLE d (CONSTRAINT there NOT NULL a, NOT NULL b) INHERITS (p);
                """,
            up: """
                -- needs a decision: column public.c.a: fails while rows hold NULL in it, which need a value
                -- needs a decision: column public.c.b: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.c
                    ADD CONSTRAINT there NOT NULL a,
                    ALTER COLUMN b SET NOT NULL;
                CREATE TABLE public.d ()
                INHERITS (public.p);
                ALTER TABLE public.d
                    ADD CONSTRAINT there NOT NULL a,
                    ALTER COLUMN b SET NOT NULL;
                """,
            down: """
                ALTER TABLE public.c
                    ALTER COLUMN a DROP NOT NULL,
                    ALTER COLUMN b DROP NOT NULL;
                -- data loss: table public.d: drops the table with its rows
                DROP TABLE public.d;
                """),
        PlanCase(
            "NO INHERIT with heirs",
            from: """
                CREATE TABLE p (a integer NOT NULL);
                CREATE TABLE c (b integer) INHERITS (p);
                """,
            rows: "INSERT INTO c VALUES (1, 2)", query: "SELECT a, b FROM c",
            to: """
                CREATE TABLE p (a integer NOT NULL NO INHERIT);
                CREATE TABLE c (b integer) INHERITS (p);
                """,
            up: """
                ALTER TABLE public.p ALTER CONSTRAINT p_a_not_null NO INHERIT;
                ALTER TABLE public.c ALTER COLUMN a DROP NOT NULL;
                """,
            down: """
                ALTER TABLE public.p ALTER CONSTRAINT p_a_not_null INHERIT;
                """),
        PlanCase(
            "constraints of an heir's own beside the parent's",
            from: """
                CREATE TABLE p (a integer NOT NULL, b integer NOT NULL, c integer);
                CREATE TABLE h (NOT NULL a) INHERITS (p);
                CREATE TABLE i (a integer NOT NULL, b integer, c integer) INHERITS (p);
                """,
            rows: "INSERT INTO h VALUES (1, 2, 3)", query: "SELECT a, b, c FROM h",
            to: """
                CREATE TABLE p (a integer NOT NULL, b integer NOT NULL, c integer);
                CREATE TABLE h (NOT NULL a) INHERITS (p);
                CREATE TABLE i (a integer NOT NULL, b integer, c integer) INHERITS (p);
                CREATE TABLE j (NOT NULL a) INHERITS (p);
                CREATE TABLE k (a integer NOT NULL, b integer, c integer) INHERITS (p);
                """,
            up: """
                CREATE TABLE public.j ()
                INHERITS (public.p);
                ALTER TABLE public.j ALTER COLUMN a SET NOT NULL;
                CREATE TABLE public.k (
                    a integer NOT NULL,
                    b integer,
                    c integer
                )
                INHERITS (public.p);
                """,
            down: """
                -- data loss: table public.j: drops the table with its rows
                DROP TABLE public.j;
                -- data loss: table public.k: drops the table with its rows
                DROP TABLE public.k;
                """),
        PlanCase(
            "who refuses NULL, a parent or its heirs",
            from: """
                CREATE TABLE p (a integer, b integer NOT NULL, c integer NOT NULL);
                CREATE TABLE h () INHERITS (p);
                ALTER TABLE h ALTER COLUMN a SET NOT NULL;
                """,
            rows: "INSERT INTO h VALUES (1, 2, 3)", query: "SELECT a, b, c FROM p",
            to: """
                CREATE TABLE p (a integer NOT NULL, b integer, c integer);
                CREATE TABLE h () INHERITS (p);
                ALTER TABLE h ALTER COLUMN b SET NOT NULL;
                CREATE TABLE i () INHERITS (p);
                ALTER TABLE i ALTER COLUMN b SET NOT NULL;
                """,
            up: """
                ALTER TABLE public.h ALTER COLUMN a DROP NOT NULL;
                -- needs a decision: column public.p.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                ALTER TABLE ONLY public.p ALTER COLUMN b DROP NOT NULL;
                ALTER TABLE public.p ALTER COLUMN c DROP NOT NULL;
                CREATE TABLE public.i ()
                INHERITS (public.p);
                ALTER TABLE public.i ALTER COLUMN b SET NOT NULL;
                """,
            down: """
                -- data loss: table public.i: drops the table with its rows
                DROP TABLE public.i;
                ALTER TABLE ONLY public.p ALTER COLUMN a DROP NOT NULL;
                ALTER TABLE public.h ALTER COLUMN b DROP NOT NULL;
                -- needs a decision: column public.p.b: fails while rows hold NULL in it, which need a value
                -- needs a decision: column public.p.c: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p
                    ALTER COLUMN b SET NOT NULL,
                    ALTER COLUMN c SET NOT NULL;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
