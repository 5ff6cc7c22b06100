import Testing

/// Tables that become logged or unlogged.
struct PersistencePlanTests {
    @Test(arguments: [
        PlanCase(
            "both ends of a foreign key",
            from: """
                CREATE TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (id integer REFERENCES a);
                """,
            to: """
                CREATE UNLOGGED TABLE a (id integer PRIMARY KEY);
                CREATE UNLOGGED TABLE b (id integer REFERENCES a);
                """,
            up: """
                -- rewrite: writes the whole table anew
                ALTER TABLE public.b SET UNLOGGED;
                -- rewrite: writes the whole table anew
                ALTER TABLE public.a SET UNLOGGED;
                """,
            down: """
                -- rewrite: writes the whole table anew
                ALTER TABLE public.a SET LOGGED;
                -- rewrite: writes the whole table anew
                ALTER TABLE public.b SET LOGGED;
                """),
        PlanCase(
            "a foreign key that can be only then",
            from: """
                CREATE UNLOGGED TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (id integer);
                """,
            to: """
                CREATE TABLE a (id integer PRIMARY KEY);
                CREATE TABLE b (id integer REFERENCES a);
                """,
            up: """
                -- rewrite: writes the whole table anew
                ALTER TABLE public.a SET LOGGED;
                -- may fail: fails if rows break b_id_fkey
                ALTER TABLE public.b ADD CONSTRAINT b_id_fkey FOREIGN KEY (id) REFERENCES public.a(id);
                """,
            down: """
                ALTER TABLE public.b DROP CONSTRAINT b_id_fkey;
                -- rewrite: writes the whole table anew
                ALTER TABLE public.a SET UNLOGGED;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
