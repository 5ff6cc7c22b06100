import AutogenConnection
import AutogenPlan
import AutogenRevisions
import AutogenSchema
import TestSupport
import Testing

/// Plans for tables that others use: what is in one transaction, and what comes before what.
@Suite struct OnlinePlanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let from: String
        let to: String
        let up: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a table takes the place of a view",
            from: "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t",
            to: "CREATE TABLE t (a int); CREATE TABLE v (a int); CREATE INDEX ta ON t (a)",
            up: """
                BEGIN
                DROP VIEW public.v
                CREATE TABLE public.v (
                    a integer
                )
                COMMIT
                CREATE INDEX CONCURRENTLY ta ON public.t USING btree (a)
                """),
        Case(
            name: "a key goes when another one is there",
            from: "CREATE TABLE t (a int, b int, CONSTRAINT one UNIQUE (a))",
            to: "CREATE TABLE t (a int, b int, CONSTRAINT two UNIQUE (a, b))",
            up: """
                CREATE UNIQUE INDEX CONCURRENTLY two ON public.t (a, b)
                ALTER TABLE public.t
                    ADD CONSTRAINT two UNIQUE USING INDEX two,
                    DROP CONSTRAINT one
                """),
        Case(
            name: "a key becomes an index of its name, for which others wait",
            from: "CREATE TABLE t (a int, CONSTRAINT one UNIQUE (a)); CREATE TABLE u (a int)",
            to:
                "CREATE TABLE t (a int); CREATE UNIQUE INDEX one ON t (a); CREATE TABLE u (a int); CREATE INDEX ua ON u (a)",
            up: """
                BEGIN
                ALTER TABLE public.t DROP CONSTRAINT one
                CREATE UNIQUE INDEX one ON public.t USING btree (a)
                COMMIT
                CREATE INDEX CONCURRENTLY ua ON public.u USING btree (a)
                """),
        Case(
            name: "an index becomes a key",
            from: "CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX one ON t (a)",
            to: "CREATE TABLE t (a int NOT NULL, CONSTRAINT key UNIQUE (a))",
            up: "ALTER TABLE public.t ADD CONSTRAINT key UNIQUE USING INDEX one"),
        Case(
            name: "a policy takes the place of another",
            from: "CREATE TABLE t (a int); CREATE POLICY one ON t USING (a > 0)",
            to: "CREATE TABLE t (a int); CREATE POLICY two ON t USING (a > 1); CREATE INDEX ta ON t (a)",
            up: """
                BEGIN
                DROP POLICY one ON public.t
                CREATE POLICY two ON public.t USING ((a > 1))
                COMMIT
                CREATE INDEX CONCURRENTLY ta ON public.t USING btree (a)
                """),
        Case(
            name: "rows are hidden with the policies that show them",
            from: "CREATE TABLE t (a int)",
            to: """
                CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                CREATE POLICY two ON t USING (a > 1); CREATE INDEX ta ON t (a)
                """,
            up: """
                BEGIN
                ALTER TABLE public.t ENABLE ROW LEVEL SECURITY
                CREATE POLICY two ON public.t USING ((a > 1))
                COMMIT
                CREATE INDEX CONCURRENTLY ta ON public.t USING btree (a)
                """),
        Case(
            name: "an index that identifies rows is replaced",
            from: """
                CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX one ON t (a);
                ALTER TABLE t REPLICA IDENTITY USING INDEX one
                """,
            to: """
                CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX one ON t (a, b);
                ALTER TABLE t REPLICA IDENTITY USING INDEX one
                """,
            up: """
                CREATE UNIQUE INDEX CONCURRENTLY one__new ON public.t USING btree (a, b)
                ALTER TABLE public.t REPLICA IDENTITY USING INDEX one__new
                DROP INDEX CONCURRENTLY public.one
                BEGIN
                ALTER INDEX public.one__new RENAME TO one
                ALTER TABLE public.t REPLICA IDENTITY USING INDEX one
                COMMIT
                """),
        Case(
            name: "a view is gone for a moment, and the index waits",
            from: "CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a FROM t",
            to: "CREATE TABLE t (a bigint, b text); CREATE VIEW v AS SELECT a FROM t; CREATE INDEX tb ON t (b)",
            up: """
                BEGIN
                DROP VIEW public.v
                ALTER TABLE public.t ALTER COLUMN a TYPE bigint
                CREATE VIEW public.v AS
                 SELECT t.a
                   FROM public.t
                COMMIT
                CREATE INDEX CONCURRENTLY tb ON public.t USING btree (b)
                """),
    ]

    @Test(arguments: cases) func isInThisOrder(_ test: Case) async throws {
        let target = try await TestServer.with(test.to) { try await PostgresState($0) }
        try await TestServer.with(test.from) { connection in
            let start = try await PostgresState(connection)
            let planner = Planner(rules: PostgresRules(), online: .all)
            let upgrade = try planner.plan(from: start.catalog, to: target.catalog)
            let statements = Statement.inTransactions(upgrade.statements, in: .postgresql)
            let spelling = try await QuerySpelling.ofServer()
            let text = statements.map(\.sql.text).joined(separator: "\n")
            #expect(spelling.comparable(text + "\n") == spelling.comparable(test.up + "\n"))
            try await upgrade.run(on: connection)
            try await target.expect(connection)
            try await planner.plan(from: target.catalog, to: start.catalog).run(on: connection)
            try await start.expect(connection)
        }
    }

    /// Only the tables that count are spared.
    @Test func onlyTheTablesThatCount() async throws {
        let tables = "CREATE TABLE small (a int); CREATE TABLE large (a int);"
        let target = try await TestServer.with(
            tables + "CREATE INDEX si ON small (a); CREATE INDEX li ON large (a)"
        ) { try await PostgresState($0) }
        let start = try await TestServer.with(tables) { try await PostgresState($0) }
        let planner = Planner(rules: PostgresRules(), online: .only([["public", "large"]]))
        let texts = try planner.plan(from: start.catalog, to: target.catalog).statements.map(\.sql.text)
        #expect(
            texts.sorted() == [
                "CREATE INDEX CONCURRENTLY li ON public.large USING btree (a)",
                "CREATE INDEX si ON public.small USING btree (a)",
            ])
    }
}
