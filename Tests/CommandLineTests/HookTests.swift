import Foundation
import Testing

/// The check as a hook of a real git repository.
@Suite struct HookTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func git(_ project: Project, _ arguments: String...) async throws -> Program.Outcome {
        let settings = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"]
        let program = try Program.folder.appending(path: "autogen").path
        return try await Program.run(
            "/usr/bin/env", ["git"] + settings + arguments, in: project.folder, environment: ["AUTOGEN": program])
    }

    @Test func refusesWhatNoRevisionCovers() async throws {
        let project = try await Project(schema: "CREATE TABLE users (id INTEGER PRIMARY KEY);\n")
        #expect(try await git(project, "init", "-q").status == 0)
        try FileManager.default.createDirectory(atPath: project.path(".git/hooks"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(Self.root)/scripts/pre-commit", toPath: project.path(".git/hooks/pre-commit"))
        try project.write("app.db\n", to: ".gitignore")
        #expect(try await git(project, "add", "-A").status == 0)
        let refused = try await git(project, "commit", "-q", "-m", "users")
        #expect(refused.status == 1)
        let said = refused.output + refused.errors
        #expect(said.contains("+ table main.users") && said.contains("autogen revision -m MESSAGE writes it"))
        try await project.done("revision", "-m", "users")
        #expect(try await git(project, "add", "-A").status == 0)
        let accepted = try await git(project, "commit", "-q", "-m", "users")
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(!FileManager.default.fileExists(atPath: project.path("app.db")))
    }

    @Test func needsNoVariableOfTheDatabase() async throws {
        let project = try await Project(schema: "CREATE TABLE users (id INTEGER PRIMARY KEY);\n")
        try await project.done("revision", "-m", "users")
        try project.write(
            project.text("autogen.yaml").replacing("sqlite:app.db", with: "'${AUTOGEN_TEST_UNSET}'"), to: "autogen.yaml"
        )
        #expect(try await project.autogen("check").status == 0)
        #expect(try await project.autogen("check", "--live").status == 2)
    }

    @Test func editedSnapshot() async throws {
        let project = try await Project(schema: "CREATE TABLE users (id INTEGER PRIMARY KEY);\n")
        try await project.done("revision", "-m", "users")
        let name = "snapshots/\(try project.files("snapshots")[0])"
        try project.write(project.text(name).replacing("INTEGER", with: "integer"), to: name)
        let outcome = try await project.autogen("check")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("the snapshot was edited after autogen wrote it from revisions/"))
        try FileManager.default.removeItem(atPath: project.path(name))
        #expect(try await project.autogen("check", "--accept").output.hasPrefix("accepted revisions/"))
        #expect(try await project.autogen("check").status == 0)
    }
}
