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

    @Test func rulesAreExplained() async throws {
        let project = try Project()
        let text = try await project.done("lint", "--explain", "type-rewrites")
        #expect(text.hasPrefix("type-rewrites\n\nAnother type has the whole table written anew"))
        let unknown = try await project.autogen("lint", "--explain", "type-rewrite")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean type-rewrites?"))
        #expect(try await project.autogen("lint", "--all", "--since", "main").status == 2)
    }
}
