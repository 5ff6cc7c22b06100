import Testing

@Suite struct SequencePlanTests {
    @Test(arguments: [
        PlanCase(
            "a domain becomes a sequence of its name",
            from: """
                CREATE DOMAIN thing AS integer;
                CREATE TABLE t (a thing);
                """,
            to: """
                CREATE SEQUENCE thing;
                """,
            up: """
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                DROP DOMAIN public.thing;
                CREATE SEQUENCE public.thing;
                """,
            down: """
                -- data loss: sequence public.thing: drops the sequence with its last value
                DROP SEQUENCE public.thing;
                CREATE DOMAIN public.thing AS integer;
                CREATE TABLE public.t (
                    a public.thing
                );
                """),
        PlanCase(
            "every option",
            from: """
                CREATE SEQUENCE s;
                """,
            to: """
                CREATE SEQUENCE s AS integer INCREMENT BY -2 MINVALUE -50 MAXVALUE 10 START WITH 4 CACHE 3 CYCLE;
                """,
            up: """
                ALTER SEQUENCE public.s AS integer START WITH 4 INCREMENT BY -2 MINVALUE -50 MAXVALUE 10 CACHE 3 CYCLE;
                """,
            down: """
                ALTER SEQUENCE public.s AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
                """),
        PlanCase(
            "made and dropped",
            from: """
                CREATE SEQUENCE old;
                """,
            to: """
                CREATE SEQUENCE small AS smallint START WITH 5;
                CREATE TABLE t (a smallint DEFAULT nextval('small'));
                """,
            up: """
                -- data loss: sequence public.old: drops the sequence with its last value
                DROP SEQUENCE public.old;
                CREATE SEQUENCE public.small AS smallint START WITH 5;
                CREATE TABLE public.t (
                    a smallint DEFAULT nextval('public.small'::regclass)
                );
                """,
            down: """
                CREATE SEQUENCE public.old;
                -- data loss: table public.t: drops the table with its rows
                DROP TABLE public.t;
                -- data loss: sequence public.small: drops the sequence with its last value
                DROP SEQUENCE public.small;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
