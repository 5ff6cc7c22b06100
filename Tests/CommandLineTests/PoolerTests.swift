import Foundation
import Testing

/// Databases that are reached through PgBouncer: nothing of one program may stay for the next.
@Suite(.serialized) struct PoolerTests {
    /// What a stranger finds on each connection of the pool: its settings, and locks that nobody lets go of.
    private func strange(_ direct: String, _ pooled: String) async throws -> String {
        let server = try Server()
        let settings = """
            SELECT name || '=' || setting FROM pg_settings WHERE source = 'session'
            AND name NOT IN ('client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings',
                             'application_name', 'transaction_isolation', 'transaction_read_only',
                             'transaction_deferrable') ORDER BY 1
            """
        // As many transactions at once as it may have connections, so that each of them answers.
        let found = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 {
                group.addTask { try await server.run("\(settings); SELECT NULL FROM pg_sleep(0.05)", in: pooled) }
            }
            return try await group.reduce("") { $0 + $1 }
        }
        let locks = try await server.run(
            """
            SELECT locktype, mode FROM pg_locks
            WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """, in: direct)
        return found.filter { !$0.isNewline } + locks
    }

    private func limitTimes(in project: Project) throws {
        let text = try project.text("autogen.yaml")
        let limits = "  directory: revisions\n  lock-timeout: 10s\n  statement-timeout: 60s"
        try project.write(text.replacing("  directory: revisions", with: limits), to: "autogen.yaml")
    }

    private func write(_ count: Int, to project: Project) throws {
        for number in 0..<count {
            try project.write(
                """
                -- revision: r\(number)
                -- down-revision: \(number == 0 ? "none" : "r\(number - 1)")
                -- dialect: postgresql
                -- upgrade
                SET work_mem = '5MB';
                CREATE TABLE t\(number) (id int);
                INSERT INTO t\(number) VALUES (1);
                \(number == 2 ? "CREATE INDEX CONCURRENTLY i\(number) ON t\(number) (id);" : "SELECT pg_sleep(0.02);")
                ALTER TABLE t\(number) ADD COLUMN more int;
                INSERT INTO t\(number) SELECT 2 WHERE current_setting('work_mem') = '5MB';
                -- downgrade
                SET SESSION work_mem TO '6MB';
                DROP TABLE t\(number);
                """, to: "revisions/r\(number).sql")
        }
    }

    @Test(arguments: ["transaction", "session"]) func eightUpgradesAtOnce(_ mode: String) async throws {
        try await Pooler.with(mode: mode) { direct, pooled in
            let project = try await Project(url: pooled, schema: "")
            try limitTimes(in: project)
            try write(4, to: project)
            let outcomes = try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await project.autogen("upgrade", "--wait", "60")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.map(\.status) == Array(repeating: 0, count: 8), "\(outcomes.map(\.errors))")
            let lines = outcomes.flatMap { $0.output.split(separator: "\n") }.filter { $0.hasPrefix("upgraded to") }
            #expect(lines.sorted() == (0..<4).map { "upgraded to r\($0)  " })
            let counts = try await Server().run(
                "SELECT count(*) FROM t0, t1, t2, t3; SELECT count(*) FROM autogen_version WHERE progress IS NULL",
                in: direct)
            #expect(counts == "16\n4\n")
            #expect(try await strange(direct, pooled).isEmpty)
            try await project.done("downgrade", "base", "--allow", "data-loss")
            #expect(try await strange(direct, pooled).isEmpty)
        }
    }

    /// After every command somebody else can write, with the settings of the server.
    @Test(arguments: ["transaction", "session"]) func poolIsAsFresh(_ mode: String) async throws {
        try await Pooler.with(mode: mode) { direct, pooled in
            let schema = """
                CREATE TABLE users (id bigint PRIMARY KEY);
                CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42';

                """
            let project = try await Project(url: pooled, schema: schema)
            try limitTimes(in: project)
            for command in [
                ["revision", "-m", "users"], ["upgrade"], ["check"], ["check", "--live"], ["drift"], ["inspect"],
                ["diff", "live", "declared"], ["current"], ["verify"], ["stamp", "head"], ["downgrade", "base"],
                ["upgrade"],
            ] {
                let outcome = try await project.autogen(command)
                #expect(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
                #expect(try await strange(direct, pooled).isEmpty, "\(command)")
                try await Server().run("CREATE TABLE mine (id int); DROP TABLE mine", in: pooled)
            }
        }
    }

    @Test(arguments: ["transaction", "session"]) func poolOfOne(_ mode: String) async throws {
        try await Pooler.with(mode: mode, size: 1) { direct, pooled in
            let project = try await Project(url: pooled, schema: "")
            try write(1, to: project)
            let outcome = try await project.autogen("upgrade", "--wait", "2")
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("needs a second connection"), "\(outcome.errors)")
            #expect(outcome.errors.contains("PgBouncer: pool_size"))
            #expect(try await Server().run("SELECT to_regclass('t0') IS NULL", in: direct) == "t\n")
            #expect(try await strange(direct, direct).isEmpty)
            try await project.done("upgrade", "--url", direct)
        }
    }

    /// Whoever has lost the lock, by a server or pooler that ended its connection, goes no further.
    @Test func lostLock() async throws {
        try await Pooler.with(mode: "transaction") { direct, pooled in
            let project = try await Project(url: pooled, schema: "")
            try project.write(
                """
                -- revision: r0
                -- down-revision: none
                -- dialect: postgresql
                -- transaction: no
                -- upgrade
                CREATE TABLE t0 (id int);
                SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
                CREATE TABLE t1 (id int);
                -- downgrade
                DROP TABLE t1;
                """, to: "revisions/r0.sql")
            let outcome = try await project.autogen("upgrade")
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("which held the lock on migrations, is gone"), "\(outcome.errors)")
            #expect(try await Server().run("SELECT to_regclass('t0'), to_regclass('t1')", in: direct) == "t0|\n")
            try await project.done("upgrade")
            #expect(try await Server().run("SELECT to_regclass('t0'), to_regclass('t1')", in: direct) == "t0|t1\n")
        }
    }
}
