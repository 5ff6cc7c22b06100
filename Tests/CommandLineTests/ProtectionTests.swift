import Foundation
import Testing

/// What an environment is protected from is told before the first statement, with the rows at hand.
@Suite struct ProtectionTests {
    private static let tables = "CREATE TABLE team (id integer PRIMARY KEY, name text, size integer);\n"

    private func project(_ url: String, _ protected: String) async throws -> Project {
        let project = try Project()
        _ = try await project.done("init", "--url", url)
        try project.write(
            """
            schema:
              source: [schema]
            environments:
              default:
                url: "\(url)"
              live:
                url: "\(url)"
                protect: [\(protected)]

            """, to: "autogen.yaml")
        try project.write(Self.tables, to: "schema/a.sql")
        _ = try await project.done("revision", "-m", "tables")
        _ = try await project.done("upgrade")
        return project
    }

    @Test func onPostgreSQL() async throws {
        try await Server().withDatabase { url in
            let project = try await project(url, "rewrite, lock")
            try project.write(Self.tables.replacing("size integer", with: "size bigint"), to: "schema/a.sql")
            _ = try await project.done("revision", "-m", "wide", "--rev-id", "w")
            // Nobody waits long for an empty table.
            _ = try await project.done("upgrade", "--env", "live")
            _ = try await project.done("downgrade", "-1")
            try await project.run("INSERT INTO team SELECT n FROM generate_series(1, 9) n", on: url)
            let refused = try await project.autogen("upgrade", "--env", "live")
            #expect(refused.status == 4)
            #expect(refused.errors.contains("_w_wide.sql:"), "\(refused.errors)")
            #expect(refused.errors.contains("table public.team ACCESS EXCLUSIVE, rewritten ("), "\(refused.errors)")
            #expect(refused.errors.contains("--allow rewrite runs it all the same"), "\(refused.errors)")
            #expect(try await project.autogen("upgrade", "--env", "live", "--allow", "lock").status == 4)
            _ = try await project.done("upgrade", "--env", "live", "--allow", "rewrite")

            try project.write(
                Self.tables.replacing("size integer", with: "size bigint") + "CREATE INDEX team_name ON team (name);\n",
                to: "schema/a.sql")
            _ = try await project.done("revision", "-m", "index", "--rev-id", "i", "--no-online")
            let locked = try await project.autogen("upgrade", "--env", "live")
            #expect(locked.status == 4)
            #expect(locked.errors.contains("table public.team SHARE, scanned ("), "\(locked.errors)")
            #expect(locked.errors.contains("--allow lock runs it all the same"), "\(locked.errors)")
            // Another environment asks nothing.
            _ = try await project.done("upgrade")
        }
    }

    @Test func onSQLite() async throws {
        let project = try await project("sqlite:app.db", "rewrite")
        try project.write(Self.tables.replacing("name text", with: "name text NOT NULL DEFAULT ''"), to: "schema/a.sql")
        _ = try await project.done("revision", "-m", "strict")
        try await project.run("INSERT INTO team VALUES (1, 'a', 1)", on: "sqlite:app.db")
        let refused = try await project.autogen("upgrade", "--env", "live")
        #expect(refused.status == 4)
        #expect(refused.errors.contains("table main.team copied (about 1 row)"), "\(refused.errors)")
        _ = try await project.done("upgrade", "--env", "live", "--allow", "rewrite")
    }

    /// What was measured is of the statements that were there then.
    @Test func anEditIsTold() async throws {
        let project = try await project("sqlite:app.db", "rewrite")
        try project.write(Self.tables + "CREATE INDEX team_name ON team (name);\n", to: "schema/a.sql")
        _ = try await project.done("revision", "-m", "index", "--rev-id", "i")
        let name = try #require(try project.files("revisions").first { $0.contains("_i_") })
        let text = try project.text("revisions/\(name)")
        #expect(text.contains("-- measured: sqlite 3, "))
        #expect(text.contains("-- measured: table main.team scanned\nCREATE INDEX team_name"))
        #expect(!(try await project.autogen("show", "i").errors.contains("was edited since it was measured")))
        try project.write(text.replacing("ON team (name)", with: "ON team (size)"), to: "revisions/\(name)")
        #expect(try await project.autogen("show", "i").errors.contains("was edited since it was measured"))
        #expect(try await project.autogen("upgrade", "--dry-run").output.contains("was edited since it was measured"))
    }
}

/// Scripts are as `check` wants them, with what was measured over the right statements.
@Suite struct MeasuredScriptTests {
    @Test func aFullTextTableMadeAnew() async throws {
        let project = try await Project(schema: "CREATE VIRTUAL TABLE t USING fts5(a, b);\n")
        _ = try await project.done("revision", "-m", "a")
        _ = try await project.done("upgrade")
        try project.write("CREATE VIRTUAL TABLE t USING fts5(b, a);\n", to: "schema/schema.sql")
        _ = try await project.done("revision", "-m", "b")
        _ = try await project.done("check")
        _ = try await project.done("upgrade")
        _ = try await project.done("downgrade", "-1")
    }

    /// A label that the same script uses is added outside of its transaction.
    @Test func linesStandOverTheirStatementsBetweenTransactions() async throws {
        try await Server().withDatabase { url in
            let project = try Project()
            _ = try await project.done("init", "--url", url)
            try project.write(
                "CREATE TYPE mood AS ENUM ('sad');\nCREATE TABLE t (id int PRIMARY KEY, m mood, n int);\n",
                to: "schema/a.sql")
            _ = try await project.done("revision", "-m", "a")
            _ = try await project.done("upgrade")
            try project.write(
                """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'ok', n bigint);
                CREATE INDEX t_n ON t (n);

                """, to: "schema/a.sql")
            _ = try await project.done("revision", "-m", "b", "--rev-id", "b", "--no-online")
            let name = try #require(try project.files("revisions").first { $0.contains("_b_") })
            let text = try project.text("revisions/\(name)")
            #expect(text.contains("-- transaction: no\n"))
            #expect(
                text.contains("-- measured: table public.t ACCESS EXCLUSIVE, rewritten\nALTER TABLE public.t"),
                "\(text)")
            #expect(!text.contains("\n-- measured: table public.t ACCESS EXCLUSIVE, rewritten\nBEGIN"), "\(text)")
            #expect(
                text.contains("SHARE, scanned; held: table public.t ACCESS EXCLUSIVE\nCREATE INDEX t_n"), "\(text)")
            _ = try await project.done("check")
        }
    }

    @Test func whatIsSquashedIsMeasuredAnew() async throws {
        let project = try await Project(schema: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x');\n")
        for (number, text) in ["'y'", "'z'"].enumerated() {
            _ = try await project.done("revision", "--offline", "-m", "r\(number)", "--rev-id", "r\(number)")
            try project.write(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT \(text));\n", to: "schema/schema.sql")
        }
        _ = try await project.done("revision", "--offline", "-m", "r2", "--rev-id", "r2")
        _ = try await project.done("squash", "r1:r2")
        let shown = try await project.autogen("show", "r2")
        #expect(shown.output.contains("-- measured: table main.t copied\n"), "\(shown.output)")
        #expect(!shown.errors.contains("was edited since"))
        _ = try await project.done("check")
    }
}
