import TestSupport
import Testing

/// Heirs that refuse NULL, before the server counted NOT NULL among the constraints.
@Suite(.postgres(..<18)) struct HeirPlanTests {
    @Test(arguments: [
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
                -- needs a decision: column public.p.b: fails while rows hold NULL in it, which need a value
                -- needs a decision: column public.p.c: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p
                    ALTER COLUMN b SET NOT NULL,
                    ALTER COLUMN c SET NOT NULL;
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
