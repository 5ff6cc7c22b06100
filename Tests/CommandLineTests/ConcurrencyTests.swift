import Foundation
import Testing

/// Many processes at once, and processes and servers that are killed. `AUTOGEN_TEST_ROUNDS` sets how often.
@Suite(.serialized) struct ConcurrencyTests {
    private func write(_ count: Int, _ dialect: String, to project: Project, _ sql: (Int) -> String) throws {
        for number in 0..<count {
            try project.write(
                """
                -- revision: r\(number)
                -- down-revision: \(number == 0 ? "none" : "r\(number - 1)")
                -- dialect: \(dialect)
                -- upgrade
                \(sql(number))
                -- downgrade
                DROP TABLE t\(number);
                """, to: "revisions/r\(number).sql")
        }
    }

    private func race(_ project: Project) async throws {
        let outcomes = try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
            for _ in 0..<8 {
                group.addTask { [folder = project.folder] in
                    try await Program.run(
                        Program.folder.appending(path: "autogen").path, ["upgrade", "head", "--wait", "60"], in: folder)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.map(\.status) == Array(repeating: 0, count: 8), "\(outcomes.map(\.errors))")
        let lines = outcomes.flatMap { $0.output.split(separator: "\n") }.filter { $0.hasPrefix("upgraded to") }
        #expect(lines.sorted() == (0..<4).map { "upgraded to r\($0)  " })
        #expect(try await project.done("current").hasPrefix("r3"))
    }

    @Test(arguments: Rounds.range) func eightProcessesOnOneFile(_ round: Int) async throws {
        let project = try await Project(schema: "")
        try write(4, "sqlite", to: project) { "CREATE TABLE t\($0) (id INT);\nINSERT INTO t\($0) VALUES (1);" }
        try await race(project)
    }

    @Test(arguments: Rounds.range) func eightProcessesOnOneServer(_ round: Int) async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "")
            try write(4, "postgresql", to: project) { "CREATE TABLE t\($0) (id int);\nSELECT pg_sleep(0.01);" }
            try await race(project)
        }
    }

    /// Each of several writers waits for the others, and comes after the last: there is one head.
    @Test(arguments: [["--empty"], ["--from", "head"]]) func sixAuthorsAtOnce(_ more: [String]) async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER);")
        let outcomes = try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
            for number in 0..<6 {
                group.addTask { [folder = project.folder] in
                    try await Program.run(
                        Program.folder.appending(path: "autogen").path, ["revision", "-m", "r\(number)"] + more,
                        in: folder)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.map(\.status) == Array(repeating: 0, count: 6), "\(outcomes.map(\.errors))")
        #expect(try await project.done("heads").split(separator: "\n").count == 1)
        #expect(try project.files("revisions").count == (more == ["--empty"] ? 6 : 1))
        let idle = outcomes.count { $0.output.hasPrefix("nothing to do") }
        #expect(idle == (more == ["--empty"] ? 0 : 5))
    }

    /// The process is killed somewhere in the middle; the next one finishes the work.
    @Test(arguments: Rounds.range) func killedProcess(_ round: Int) async throws {
        let project = try await Project(schema: "")
        try write(3, "sqlite", to: project) { number in
            """
            CREATE TABLE t\(number) (id INT);
            INSERT INTO t\(number) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
                SELECT i FROM n;
            """
        }
        let program = try Program.folder.appending(path: "autogen").path
        let delay = 0.05 + Double(round % 10) * 0.06
        let killed = try await Program.run(
            "/bin/bash", ["-c", "\(program) upgrade & sleep \(delay); kill -9 $!; wait $!; true"], in: project.folder)
        #expect(killed.status == 0)
        try await project.done("upgrade")
        #expect(try await project.done("current").hasPrefix("r2"))
        let counts = try await Program.run(
            "/usr/bin/env",
            ["sqlite3", "app.db", "SELECT count(*) FROM t0; SELECT count(*) FROM t1; SELECT count(*) FROM t2"],
            in: project.folder)
        #expect(counts.output == "300000\n300000\n300000\n")
    }

    /// The same with the server, also between statements that no transaction holds together.
    @Test func killedServer() async throws {
        let server = try await PrivateServer()
        do {
            for round in Rounds.range { try await killedServer(server, round) }
        } catch {
            try await server.remove()
            throw error
        }
        try await server.remove()
    }

    private func killedServer(_ server: PrivateServer, _ round: Int) async throws {
        let project = try await Project(url: server.url, schema: "")
        try write(3, "postgresql", to: project) { number in
            """
            CREATE TABLE t\(number) (id int);
            INSERT INTO t\(number) SELECT generate_series(1, 20000);
            SELECT pg_sleep(0.05);
            CREATE INDEX CONCURRENTLY i\(number) ON t\(number) (id);
            ALTER TABLE t\(number) ADD COLUMN more int;
            SELECT pg_sleep(0.05);
            """
        }
        let folder = project.folder
        async let upgrade = Program.run(Program.folder.appending(path: "autogen").path, ["upgrade"], in: folder)
        try await Task.sleep(for: .milliseconds(40 + (round % 12) * 45))
        try await server.kill()
        let killed = try await upgrade
        #expect([0, 3].contains(killed.status), "\(killed.errors)")
        try await server.start()
        let next = try await project.autogen("upgrade")
        #expect(next.status == 0, "round \(round): \(killed.errors)\(next.errors)")
        #expect(try await project.done("current") == "r2   (head)\n")
        let check = try await project.autogen("inspect")
        for number in 0..<3 {
            #expect(check.output.contains("CREATE INDEX i\(number) ON "))
            #expect(check.output.contains("CREATE TABLE public.t\(number) "), "\(check.output)")
        }
        try await project.done("downgrade", "base", "--allow", "data-loss")
        #expect(try await project.done("inspect") == "")
    }
}
