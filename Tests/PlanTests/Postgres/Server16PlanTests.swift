import TestSupport
import Testing

/// What came with server 16.
@Suite(.postgres(16...)) struct Server16PlanTests {
    @Test(arguments: [
        PlanCase(
            "STORAGE in CREATE TABLE",
            from: """
                CREATE TABLE t (id integer);
                """,
            rows: "INSERT INTO t VALUES (1)", query: "SELECT id FROM t",
            to: """
                CREATE TABLE t (id integer, body text STORAGE EXTERNAL);
                CREATE TABLE u (body text STORAGE MAIN COMPRESSION pglz, usual text STORAGE DEFAULT);
                """,
            up: """
                ALTER TABLE public.t
                    ADD COLUMN body text,
                    ALTER COLUMN body SET STORAGE EXTERNAL;
                CREATE TABLE public.u (
                    body text COMPRESSION pglz,
                    usual text
                );
                ALTER TABLE public.u ALTER COLUMN body SET STORAGE MAIN;
                """,
            down: """
                -- data loss: column public.t.body: drops the column with its values
                ALTER TABLE public.t DROP COLUMN body;
                -- data loss: table public.u: drops the table with its rows
                DROP TABLE public.u;
                """),
        PlanCase(
            "privileges of a role that is granted with INHERIT and SET",
            from: """
                GRANT plan_reader TO plan_writer WITH INHERIT TRUE, SET FALSE;
                CREATE TABLE t (id integer);
                """,
            to: """
                CREATE TABLE t (id integer);
                GRANT SELECT ON t TO plan_reader;
                """,
            up: """
                GRANT SELECT ON TABLE public.t TO plan_reader;
                """,
            down: """
                REVOKE SELECT ON TABLE public.t FROM plan_reader;
                """),
        PlanCase(
            "a computed column that merges with the parent's",
            from: """
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
                """,
            to: """
                CREATE TABLE p (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
                CREATE TABLE c (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED) INHERITS (p);
                """,
            up: """
                CREATE TABLE public.c (
                    a integer,
                    b integer GENERATED ALWAYS AS ((a * 2)) STORED
                )
                INHERITS (public.p);
                """,
            down: """
                -- data loss: table public.c: drops the table with its rows
                DROP TABLE public.c;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
