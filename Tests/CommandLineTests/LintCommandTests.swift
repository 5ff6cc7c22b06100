import Foundation
import Testing

/// `autogen lint` on a project with Git.
@Suite struct LintCommandTests {
    private func git(_ arguments: String..., in project: Project) async throws {
        let outcome = try await Program.run(
            "/usr/bin/env", ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"] + arguments,
            in: project.folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    }

    @Test func newScriptsAreLookedAt() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT);\n")
        try await git("init", "-q", "-b", "main", in: project)
        try project.write("*.db\n", to: ".gitignore")
        _ = try await project.done("revision", "--offline", "-m", "a")
        // Without another branch all are new.
        #expect(try await project.done("lint") == "ok: nothing found in 1 script\n")
        try await git("add", "-A", in: project)
        try await git("commit", "-q", "-m", "a", in: project)
        #expect(try await project.done("lint") == "ok: nothing found in 0 scripts\n")
        #expect(try await project.done("lint", "--all") == "ok: nothing found in 1 script\n")

        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n", to: "schema/schema.sql")
        _ = try await project.done(
            "revision", "--offline", "-m", "b", "--rev-id", "b", "--fill", "a.name='x'")
        let name = try #require(try project.files("revisions").first { $0.contains("_b_") })
        let text = try project.text("revisions/\(name)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.hasPrefix("INSERT OR ABORT INTO a") }) + 1
        let found = try await project.autogen("lint")
        #expect(found.status == 0, "a note is no failure")
        #expect(
            found.output == """
                revisions/\(name):\(line):1: note: all rows of table main.a are written to a new table [table-copied]
                  \(line) | \(lines[line - 1])
                  \(String(repeating: " ", count: String(line).count)) | ^
                  have room on the disk for the table once more, and nobody waiting for a write
                1 note in 1 script; autogen lint --explain CODE says more

                """)
        let annotated = try await project.autogen(
            "lint", "revisions/\(name)", "--format", "github", "--fail-on", "note")
        #expect(annotated.status == 1)
        #expect(annotated.output.hasPrefix("::notice file=revisions/\(name),line=\(line),col=1,title=table-copied::"))
        let json = try await project.done("lint", "--since", "main", "--format", "json")
        #expect(json.contains("\"code\": \"table-copied\""), "\(json)")
    }

    /// A check looks at what is new: errors fail it, warnings are shown, and the hook sees what is committed.
    @Test func aCheckLooksAtNewScripts() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT);\n")
        try await git("init", "-q", "-b", "main", in: project)
        try project.write("*.db\n", to: ".gitignore")
        _ = try await project.done("revision", "--offline", "-m", "a")
        try await git("add", "-A", in: project)
        try await git("commit", "-q", "-m", "a", in: project)
        let schema = "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT);\nCREATE TABLE b (a INTEGER REFERENCES a);\n"
        try project.write(schema, to: "schema/schema.sql")
        _ = try await project.done("revision", "--offline", "-m", "b", "--rev-id", "b")
        // A note is no matter of a check.
        let ok = "ok: the revisions cover the declared schema\n"
        #expect(try await project.done("check") == ok)
        let configuration = try project.text("autogen.yaml")
        func set(_ level: String) throws {
            try project.write(
                configuration + "lint:\n  severity: {foreign-key-without-index: \(level)}\n", to: "autogen.yaml")
        }
        try set("warning")
        let warned = try await project.autogen("check")
        #expect(warned.status == 0)
        #expect(warned.output.hasSuffix(ok) && warned.output.contains(" warning: no index of main.b begins with a ["))
        try set("error")
        #expect(try await project.autogen("check").status == 1)
        #expect(try await project.done("check", "--no-lint") == ok)
        try await git("add", "-A", in: project)
        #expect(try await project.autogen("check", "--staged").status == 1)
        #expect(try await project.done("check", "--staged", "--no-lint") == ok)
        try set("errors")
        let unknown = try await project.autogen("check")
        #expect(unknown.status == 2 && unknown.errors.contains("must be off, note, warning, error"))
        try project.write(configuration + "lint:\n  severity: {foreign-keys: off}\n", to: "autogen.yaml")
        let misspelled = try await project.autogen("lint")
        #expect(misspelled.status == 2 && misspelled.errors.contains("there is no rule \"foreign-keys\""))
        // For some tables, and for an environment, which has the last word.
        let tables =
            "lint:\n  severity: {foreign-key-without-index: error}\n"
            + "  tables: [{table: \"b*\", severity: {foreign-key-without-index: off}, reason: small}]\n"
        try project.write(configuration + tables, to: "autogen.yaml")
        #expect(try await project.done("lint", "--fail-on", "note") == "ok: nothing found in 1 script\n")
        let environment =
            "  other:\n    url: sqlite:other.db\n    lint: {severity: {foreign-key-without-index: warning}}\n"
        try project.write(tables + configuration + environment, to: "autogen.yaml")
        #expect(try await project.autogen("lint", "--env", "other").status == 1)
        #expect(try await project.autogen("lint").status == 0)
        // What is on main is new no more.
        try set("error")
        try await git("commit", "-q", "-a", "-m", "b", in: project)
        #expect(try await project.done("check") == ok)
    }

    /// A script that nothing has changed of is not run again; what is remembered is only that.
    @Test func whatIsKnownIsNotRunAgain() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
        try await git("init", "-q", "-b", "main", in: project)
        _ = try await project.done("revision", "--offline", "-m", "a")
        let name = try #require(try project.files("revisions").first)
        /// Whether the command ran a script: only then is what it has shown written, as another file.
        func runs(_ arguments: String..., status: Int32 = 0) async throws -> Bool {
            func number() -> Int? {
                let file = try? FileManager.default.attributesOfItem(atPath: project.path(".git/autogen-lint"))
                return file?[.systemFileNumber] as? Int
            }
            let before = number()
            let outcome = try await Program.run(
                try Program.folder.appending(path: "autogen").path, ["lint"] + arguments, in: project.folder)
            #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
            return number() != before
        }
        #expect(try await runs())
        #expect(try await !runs())
        let text = try project.text("revisions/\(name)")
        try project.write(
            text.replacing("CREATE TABLE", with: "-- of letters\nCREATE TABLE"), to: "revisions/\(name)")
        #expect(try await runs())
        #expect(try await !runs())
        let configuration = try project.text("autogen.yaml")
        try project.write(configuration + "lint:\n  severity: {synced-key: warning}\n", to: "autogen.yaml")
        #expect(try await runs(status: 1))
        #expect(try await !runs(status: 1))
    }

    @Test func rulesAreExplained() async throws {
        let project = try Project()
        let text = try await project.done("lint", "--explain", "type-rewrites")
        #expect(text.hasPrefix("type-rewrites\n\nAnother type has the whole table written anew"))
        let unknown = try await project.autogen("lint", "--explain", "type-rewrite")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean type-rewrites?"))
        #expect(try await project.autogen("lint", "--all", "--since", "main").status == 2)
    }

    @Test func rulesOfItsOwnAreExplained() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id int);\n")
        try project.write(
            try project.text("autogen.yaml") + "lint:\n  rules: [rules/*.sql]\n", to: "autogen.yaml")
        try project.write(
            """
            -- rule: bare-table
            -- message: the table has no key
            -- Without one, rows can't be told apart.
            -- advice: add a primary key
            SELECT name AS object FROM sqlite_schema
            WHERE type = 'table' AND sql NOT LIKE '%PRIMARY KEY%'

            """, to: "rules/bare.sql")
        let text = try await project.done("lint", "--explain", "bare-table")
        #expect(
            text == """
                bare-table

                the table has no key. A rule of rules/bare.sql.

                Without one, rows can't be told apart.

                add a primary key

                SELECT name AS object FROM sqlite_schema
                WHERE type = 'table' AND sql NOT LIKE '%PRIMARY KEY%'

                """)
        let near = try await project.autogen("lint", "--explain", "bare-tabel")
        #expect(near.status == 2 && near.errors.contains("did you mean bare-table?"), "\(near.errors)")
        #expect(try await project.done("lint", "--explain", "all").hasSuffix("\n\(text)"))
    }
}
