import Foundation
import Testing

/// What a downgrade takes away is counted where it is when its turn comes, or it is said that nobody knows.
@Suite struct DowngradeTests {
    private func onBoth(_ body: (Project, String, String, String) async throws -> Void) async throws {
        try await Project.onBoth { url, schema in
            let project = try await Project(url: url, schema: "")
            let dialect = url.hasPrefix("sqlite:") ? "sqlite" : "postgresql"
            try await body(project, url, schema, dialect)
        }
    }

    @Test(arguments: [
        ("ALTER TABLE t RENAME TO u;", "ALTER TABLE u RENAME TO t;", "u"),
        ("ALTER TABLE t RENAME COLUMN b TO c;", "ALTER TABLE t RENAME COLUMN c TO b;", "t"),
    ])
    func valuesUnderAnotherName(_ upgrade: String, _ downgrade: String, _ table: String) async throws {
        try await onBoth { project, url, schema, dialect in
            try project.writeRevision(
                "r1", after: "none", dialect, upgrade: "CREATE TABLE t (a int);", downgrade: "DROP TABLE t;")
            try project.writeRevision(
                "r2", after: "r1", dialect, upgrade: "ALTER TABLE t ADD COLUMN b int;",
                downgrade: "ALTER TABLE t DROP COLUMN b;")
            try project.writeRevision(
                "r3", after: "r2", dialect, upgrade: upgrade, downgrade: downgrade)
            try await project.done("upgrade")
            try await project.run("INSERT INTO \(table) VALUES (1, 2)", on: url)
            let dry = try await project.autogen("downgrade", "base", "--dry-run")
            #expect(!dry.output.contains(" 0 rows"), "\(dry.output)")
            for target in ["base", "r1"] {
                let refused = try await project.autogen("downgrade", target)
                #expect(refused.status == 4 && refused.errors.contains("rows unknown"), "\(refused.errors)")
                #expect(refused.errors.contains("nothing was taken back"))
            }
            #expect(try await project.run("SELECT count(*) FROM \(table)", on: url) == "1\n")
            try await project.done("downgrade", "base", "--allow", "data-loss")
        }
    }

    /// Another name elsewhere makes nothing uncertain here.
    @Test func namesOfOthersDoNotMatter() async throws {
        try await onBoth { project, url, schema, dialect in
            try project.writeRevision(
                "r1", dialect, upgrade: "CREATE TABLE a (x int); CREATE TABLE b (old int); CREATE INDEX i ON a (x);",
                downgrade: "DROP TABLE b; DROP TABLE a;")
            try project.writeRevision(
                "r2", after: "r1", dialect, upgrade: "ALTER TABLE a ADD COLUMN y int;",
                downgrade: "ALTER TABLE a DROP COLUMN y;")
            let index = dialect == "postgresql" ? "ALTER INDEX i RENAME TO j;" : ""
            let back = dialect == "postgresql" ? "ALTER INDEX j RENAME TO i;" : ""
            try project.writeRevision(
                "r3", after: "r2", dialect, upgrade: "ALTER TABLE b RENAME COLUMN old TO new; \(index)",
                downgrade: "ALTER TABLE b RENAME COLUMN new TO old; \(back)")
            try await project.done("upgrade")
            try await project.done("downgrade", "base")
        }
    }

    /// What comes back with one revision and goes with the next holds nothing.
    @Test func whatIsMadeOnTheWayIsEmpty() async throws {
        try await onBoth { project, url, schema, dialect in
            try project.writeRevision(
                "r1", after: "none", dialect, upgrade: "CREATE TABLE t (a int); CREATE TABLE k (a int, b int);",
                downgrade: "DROP TABLE t; DROP TABLE k;")
            try project.writeRevision(
                "r2", after: "r1", dialect, upgrade: "DROP TABLE t; ALTER TABLE k DROP COLUMN b;",
                downgrade: "CREATE TABLE t (a int); ALTER TABLE k ADD COLUMN b int;")
            try await project.done("upgrade")
            try await project.done("downgrade", "base")
        }
    }

    @Test func unmatchedDecisions() async throws {
        try await onBoth { project, url, schema, dialect in
            try project.writeRevision(
                "r1", after: "none", dialect, upgrade: "CREATE TABLE t (a int);", downgrade: "DROP TABLE t;")
            try await project.done("upgrade")
            try await project.run("INSERT INTO t VALUES (1)", on: url)
            for (arguments, words) in [
                (["--drop", "x"], "names nothing that this revision loses"), (["--zone", "t.a=UTC"], "edit that"),
            ] {
                let refused = try await project.autogen(["downgrade", "base"] + arguments)
                #expect(refused.status == 2 && refused.errors.contains(words), "\(refused.errors)")
            }
            let printed = try await project.autogen("downgrade", "r1:base", "--sql", "--drop", "t")
            #expect(printed.status == 2 && printed.errors.contains("--sql asks no database"), "\(printed.errors)")
            try await project.done("downgrade", "base", "--drop", "t")
        }
    }

    /// The words that a fleet is refused with are the words that it takes.
    @Test func aFleetTakesTheWordsThatItIsTold() async throws {
        let project = try await Project(schema: "")
        try project.write(
            "environments:\n  default: {url: \"sqlite:app.db\"}\n  two: {url: \"sqlite:two.db\"}\n", to: "autogen.yaml")
        try project.writeRevision(
            "r1", after: "none", "sqlite", upgrade: "CREATE TABLE t (a int);", downgrade: "DROP TABLE t;")
        try await project.done("upgrade", "--env", "all")
        for file in ["app.db", "two.db"] {
            try await project.run("INSERT INTO t VALUES (1)", on: "sqlite:\(file)")
        }
        let refused = try await project.autogen("downgrade", "base", "--env", "all")
        #expect(refused.status == 4, "\(refused.errors)")
        #expect(refused.errors.split(separator: "\n").filter { $0 == "  --drop 'table main.t'" }.count == 1)
        try await project.done("downgrade", "base", "--env", "all", "--drop", "table main.t")
    }

    @Test func whatNobodyCanCountIsUnknown() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "")
            try await project.run("CREATE SCHEMA app; CREATE TABLE public.t (a int)", on: url)
            try project.writeRevision(
                "r1", after: "none", "postgresql", upgrade: "SET LOCAL search_path = app; CREATE TABLE app.t (a int);",
                downgrade: "SET LOCAL search_path = app; DROP TABLE t;")
            try await project.done("upgrade")
            try await project.run("INSERT INTO app.t VALUES (1)", on: url)
            let refused = try await project.autogen("downgrade", "base")
            #expect(refused.status == 4 && refused.errors.contains("rows unknown"), "\(refused.errors)")
        }
        // A policy hides the rows from their owner.
        let server = try Server()
        let role = "rows_\(UUID().uuidString.prefix(8).lowercased())"
        try await server.run("CREATE ROLE \(role) LOGIN", in: "postgres")
        try await server.withDatabase { admin in
            try await server.run("GRANT CREATE ON SCHEMA public TO \(role)", in: admin)
            let url = admin.replacing("user=\(server.user)", with: "user=\(role)")
            let project = try await Project(url: url, schema: "")
            try project.writeRevision(
                "r1", after: "none", "postgresql",
                upgrade: "CREATE TABLE public.t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;",
                downgrade: "DROP TABLE public.t;")
            try await project.done("upgrade")
            try await server.run("INSERT INTO t VALUES (1); ALTER TABLE t FORCE ROW LEVEL SECURITY", in: admin)
            let refused = try await project.autogen("downgrade", "base")
            #expect(refused.status == 4 && refused.errors.contains("rows unknown"), "\(refused.errors)")
            // Somebody holds the table.
            try await server.run("ALTER TABLE t NO FORCE ROW LEVEL SECURITY", in: admin)
            async let holder = Program.run(
                "/usr/bin/env",
                ["psql", "-qX", "-d", admin, "-c", "BEGIN", "-c", "LOCK TABLE t", "-c", "SELECT pg_sleep(15)"], in: "/")
            while try await server.run(
                "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 't'::regclass",
                in: admin) == "0\n"
            {
                try await Task.sleep(for: .milliseconds(50))
            }
            let locked = try await project.autogen("downgrade", "base")
            #expect(locked.status == 4 && locked.errors.contains("rows unknown"), "\(locked.errors)")
            try await server.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
                in: admin)
            _ = try await holder
        }
        try await server.run("DROP ROLE \(role)", in: "postgres")
    }
}
