import Foundation
import Testing

/// Scripts that lock more than a server has room for: `max_locks_per_transaction` times `max_connections`.
@Suite(.serialized) struct LargeScriptTests {
    /// A server with room for 200 locks, as one by its defaults has for 6,400.
    private static let settings = "max_locks_per_transaction=10\nmax_connections=20"

    private func withServer(_ settings: String, _ body: (PrivateServer) async throws -> Void) async throws {
        let server = try await PrivateServer(settings)
        do { try await body(server) } catch {
            try await server.remove()
            throw error
        }
        try await server.remove()
    }

    private func psql(_ server: PrivateServer, _ database: String, _ sql: String) async throws -> String {
        let url = server.url.replacing("dbname=postgres", with: "dbname=\(database)")
        let run = try await Program.run(
            "/usr/bin/env", ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", url, "-c", sql], in: "/")
        guard run.status == 0 else { throw Program.Missing(what: run.errors) }
        return run.output.trimmingCharacters(in: .newlines)
    }

    private func tables(_ count: Int) -> String {
        """
        DO $$ BEGIN FOR i IN 1..\(count) LOOP
            EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, a text, b text, c int, d int)', i);
            EXECUTE format('CREATE INDEX ON t%s (a); CREATE INDEX ON t%1$s (b)', i);
            EXECUTE format('CREATE INDEX ON t%s (c); CREATE INDEX ON t%1$s (d)', i);
            IF i % 10 = 0 THEN COMMIT; END IF;
        END LOOP; END $$
        """
    }

    private static func scale(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    /// `AUTOGEN_TABLES=3000 AUTOGEN_STOCK=1` does the same on a server as it is by default.
    @Test func isCommittedInParts() async throws {
        let count = Self.scale("AUTOGEN_TABLES", 120)
        try await withServer(Self.scale("AUTOGEN_STOCK", 0) == 1 ? "" : Self.settings) { server in
            for name in ["live", "copy"] { _ = try await psql(server, "postgres", "CREATE DATABASE \(name)") }
            _ = try await psql(server, "live", tables(count))
            let url = server.url.replacing("dbname=postgres", with: "dbname=live")
            let copy = server.url.replacing("dbname=postgres", with: "dbname=copy")
            let project = try Project()
            let adopted = try await project.autogen("init", "--url", url, "--from-database")
            #expect(adopted.status == 0, "\(adopted.errors)")
            let file = try #require(try project.files("revisions").first { $0.hasSuffix(".sql") })
            let script = try project.text("revisions/\(file)")
            #expect(script.contains("\n\n-- autogen:may-commit\n\nCREATE "))

            // What is in the way stops the script on its way; what had run stays, and the next try goes on there.
            let last = "t\(count)"
            _ = try await psql(server, "copy", "CREATE TABLE \(last) ()")
            let stopped = try await project.autogen("upgrade", "--url", copy)
            #expect(stopped.status == 3, "\(stopped.errors)")
            #expect(stopped.errors.contains(" statements: ") && stopped.errors.contains(" locks of the "))
            #expect(stopped.errors.contains("statements had run and stay"), "\(stopped.errors.suffix(600))")
            _ = try await psql(server, "copy", "DROP TABLE \(last)")
            let resumed = try await project.autogen("upgrade", "--url", copy)
            #expect(resumed.status == 0, "\(resumed.errors)")
            #expect(resumed.errors.contains("going on after statement "))
            #expect(try await project.autogen("diff", "declared", copy).status == 0)

            let back = try await project.autogen("downgrade", "base", "--url", copy)
            #expect(back.status == 0, "\(back.errors)")
            #expect(back.errors.contains(" locks of the "))
            #expect(try await psql(server, "copy", "SELECT count(*) FROM pg_class WHERE relname ~ '^t[0-9]'") == "0")
        }
    }

    /// No cut helps against a statement that is too large by itself, so it is refused before anything runs.
    @Test func oneStatementThatIsTooLarge() async throws {
        try await withServer(Self.settings) { server in
            let project = try await Project(url: server.url, schema: "")
            _ = try await psql(
                server, "postgres", "CREATE TABLE p (id int PRIMARY KEY, a text) PARTITION BY LIST (id)")
            _ = try await psql(
                server, "postgres",
                """
                DO $$ BEGIN FOR i IN 1..100 LOOP
                    EXECUTE format('CREATE TABLE p%s PARTITION OF p FOR VALUES IN (%1$s)', i);
                    IF i % 10 = 0 THEN COMMIT; END IF;
                END LOOP; END $$
                """)
            try project.write(
                """
                -- revision: big
                -- down-revision: none
                -- message: big
                -- dialect: postgresql

                -- upgrade
                CREATE TABLE before (id int);
                DROP TABLE IF EXISTS nothing, public."p"

                -- downgrade
                """, to: "revisions/big.sql")
            let refused = try await project.autogen("upgrade")
            #expect(refused.status == 3)
            // Of each table its two types, its key with the constraint; of a partition the TOAST table with its index.
            // From 18 on a column that is not null has a constraint of that kind, too.
            let version = try #require(Int(try await psql(server, "postgres", "SHOW server_version_num")))
            let (locks, setting) = version >= 180000 ? (101 * 6 + 100 * 2, 51) : (101 * 5 + 100 * 2, 45)
            #expect(
                refused.errors.contains(
                    """
                    big.sql:8:1: error: this statement takes \(locks) locks at once, and the server has room for 200
                      8 | DROP TABLE IF EXISTS nothing, public."p"
                    nothing of this revision was run; set max_locks_per_transaction, which is 10, to at least \(setting) and \
                    restart the server
                    """), "\(refused.errors)")
            #expect(try await psql(server, "postgres", "SELECT to_regclass('before') IS NULL") == "t")
            // It is as many as the server counts.
            _ = try await psql(server, "postgres", "ALTER SYSTEM SET max_locks_per_transaction = 100")
            try await server.kill()
            try await server.start()
            let held = try await psql(
                server, "postgres",
                "BEGIN; DROP TABLE p; SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND (locktype = 'object' OR relation > 16000)"
            )
            #expect(held == "\(locks)")
            #expect(try await project.autogen("upgrade").status == 0)
        }
    }
}
