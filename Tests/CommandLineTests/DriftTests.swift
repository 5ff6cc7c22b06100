import Foundation
import Testing

/// `autogen drift` from the outside: what it finds, how it exits, what it lets pass.
@Suite struct DriftTests {
    private let schema = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);\n"

    /// A project whose database is at head.
    private func migrated() async throws -> Project {
        let project = try await Project(schema: schema)
        try await project.done("revision", "-m", "Add users")
        try await project.done("upgrade")
        return project
    }

    private func sqlite(_ project: Project, _ sql: String) async throws {
        let outcome = try await Program.run("/usr/bin/env", ["sqlite3", "app.db", sql], in: project.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func nothingFound() async throws {
        let project = try await migrated()
        let before = try project.contents()
        let outcome = try await project.autogen("drift")
        #expect(
            Masked.text(outcome.output).contains("sqlite:app.db: no drift\n")
                && Masked.text(outcome.output).contains("differences: none to head ID1, none from head to the declared")
        )
        #expect(outcome.status == 0)
        #expect(try project.contents() == before)
    }

    @Test func foundAndRepaired() async throws {
        let project = try await migrated()
        try await sqlite(project, "CREATE INDEX tmp ON users (email); ALTER TABLE users ADD nick TEXT")
        let outcome = try await project.autogen("drift")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("├─ + index main.tmp is not declared"))
        #expect(outcome.output.contains("+ column main.users.nick is not declared"))
        #expect(try await project.autogen("drift", "--fail-on", "error").status == 0)
        #expect(try await project.autogen("drift", "--fail-on", "missing").status == 0)
        #expect(try await project.autogen("drift", "--fail-on", "error", "--fail-on", "unexpected").status == 1)
        let wrong = try await project.autogen("drift", "--fail-on", "erorr")
        #expect(wrong.status == 2 && wrong.errors.contains("did you mean \"error\"?"))
    }

    @Test func reports() async throws {
        let project = try await migrated()
        try await sqlite(project, "CREATE INDEX tmp ON users (email)")
        let formats = ["json", "markdown", "html", "github", "gitlab", "sarif", "junit", "text"]
        let outcome = try await project.autogen(["drift"] + formats.flatMap { ["--report", "\($0)=out.\($0)"] })
        #expect(outcome.status == 1)
        for format in formats { #expect(try project.text("out.\(format)").contains("main.tmp"), "\(format)") }
        let summary = try await project.autogen(
            "drift", "--format", "github", environment: ["GITHUB_STEP_SUMMARY": project.path("summary.md")])
        #expect(
            summary.output.hasPrefix(
                "::warning file=schema/schema.sql,line=1,col=1,title=drift%3A unexpected::index main.tmp is not declared\n"
            ))
        #expect(try project.text("summary.md").contains("**unexpected** index main.tmp is not declared"))
    }

    @Test func baseline() async throws {
        let project = try await migrated()
        try await sqlite(project, "CREATE INDEX tmp ON users (email)")
        let accepted = try await project.autogen(
            "drift", "--baseline", "known.json", "--accept", "by hand", "--until", "2999-12-31")
        #expect(accepted.status == 0)
        let known = try await project.autogen("drift", "--baseline", "known.json")
        #expect(known.status == 0 && known.output.contains("known: by hand, until 2999-12-31"))
        // Another index under the name is another finding.
        try await sqlite(project, "DROP INDEX tmp; CREATE INDEX tmp ON users (email DESC)")
        #expect(try await project.autogen("drift", "--baseline", "known.json").status == 1)
        try await sqlite(project, "DROP INDEX tmp; CREATE INDEX tmp ON users (email)")
        try project.write(project.text("known.json").replacing("2999", with: "1999"), to: "known.json")
        let expired = try await project.autogen("drift", "--baseline", "known.json")
        #expect(expired.status == 1 && expired.output.contains("known: by hand, expired 1999-12-31"))
        try project.write("{\"format\": 1, \"known\": [{\"id\": \"a\"}]}", to: "known.json")
        let bad = try await project.autogen("drift", "--baseline", "known.json")
        #expect(bad.status == 2 && bad.errors.contains("known.json: entry 1: it has no \"reason\""))
    }

    @Test func revisions() async throws {
        let project = try await migrated()
        try project.write(schema + "CREATE TABLE posts (id INTEGER PRIMARY KEY);", to: "schema/schema.sql")
        let undone = try await project.autogen("drift")
        #expect(undone.output.contains("> table main.posts is declared, and no revision creates it"))
        try await project.done("revision", "-m", "Posts")
        let pending = try await project.autogen("drift")
        #expect(pending.status == 1 && pending.output.contains("“Posts” is not applied"))
        #expect(!pending.output.contains("missing"))
        let head = try await project.autogen("drift", "--against", "head")
        #expect(head.output.contains("- table main.posts is missing"))
        let name = "revisions/\(try #require(project.files("revisions").first { $0.hasSuffix("_add_users.sql") }))"
        try project.write(project.text(name) + "-- more\n", to: name)
        #expect(try await project.autogen("drift").output.contains("its script was edited after it was applied"))
        try await sqlite(
            project,
            "INSERT INTO autogen_version (revision, checksum, file, applied_at, applied_by) "
                + "VALUES ('ffffffffffff', 'x', 'gone.sql', '2026-01-01T00:00:00Z', 'somebody')")
        #expect(try await project.autogen("drift").output.contains("? revision ffffffffffff"))
    }

    @Test func fleet() async throws {
        let project = try await migrated()
        for name in ["a", "b", "c"] {
            try FileManager.default.copyItem(atPath: project.path("app.db"), toPath: project.path("\(name).db"))
        }
        for name in ["a", "c"] {
            let sql = "CREATE INDEX tmp ON users (email)"
            let outcome = try await Program.run("/usr/bin/env", ["sqlite3", "\(name).db", sql], in: project.folder)
            #expect(outcome.status == 0)
        }
        try project.write("# tenants\nada sqlite:a.db\nbob sqlite:b.db\nsqlite:c.db\ndan sqlite:d.db\n", to: "urls")
        let expected = [
            "index main.tmp is not declared", "in 2 of 4: ada, sqlite:c.db", "in 1 of 4: dan", "can't be read",
        ]
        for arguments in [["--urls", "urls"], ["--urls-from", "cat urls", "--jobs", "1"]] {
            let outcome = try await project.autogen(["drift"] + arguments)
            for text in expected { #expect(outcome.output.contains(text), "\(outcome.output)\(outcome.errors)") }
            #expect(outcome.status == 1)
        }
        let environments = "environments: { a: { url: 'sqlite:a.db' }, b: { url: 'sqlite:b.db' } }\n"
        try project.write("schema: { source: [schema] }\n" + environments, to: "autogen.yaml")
        #expect(try await project.autogen("drift", "--all").output.contains("in 1 of 2: a"))
    }
}
