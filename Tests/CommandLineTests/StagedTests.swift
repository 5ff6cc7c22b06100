import Foundation
import Testing

/// What is committed is judged, and not what lies beside it.
@Suite struct StagedTests {
    private func git(_ arguments: String..., in project: Project, folder: String = "") async throws -> Program.Outcome {
        try await Program.run(
            "/usr/bin/env", ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"] + arguments,
            in: project.path(folder))
    }

    private func repository() async throws -> Project {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
        _ = try await git("init", "-q", "-b", "main", in: project)
        try project.write("*.db\n", to: ".gitignore")
        return project
    }

    @Test func aRevisionThatWasNotAddedIsMissed() async throws {
        let project = try await repository()
        _ = try await project.done("revision", "--offline", "-m", "a")
        _ = try await git("add", "autogen.yaml", "schema", in: project)
        #expect(try await project.autogen("check").status == 0)
        let missed = try await project.autogen("check", "--staged")
        #expect(missed.status == 1)
        #expect(missed.output.contains("+ table main.a"), "\(missed.output)")
        _ = try await git("add", "revisions", in: project)
        // Its snapshot is a file as well.
        let snapshot = try await project.autogen("check", "--staged")
        #expect(snapshot.status == 1)
        #expect(snapshot.output.contains("its snapshot snapshots/"), "\(snapshot.output)")
        _ = try await git("add", "snapshots", in: project)
        #expect(try await project.autogen("check", "--staged").status == 0)
        #expect(try await git("commit", "-q", "-m", "a", in: project).status == 0)
        // What is changed and not added is for another commit.
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER);\n", to: "schema/schema.sql")
        #expect(try await project.autogen("check").status == 1)
        #expect(try await project.autogen("check", "--staged").status == 0)
    }

    /// Git starts a hook at the top of the work tree, and names the index by a path from there where only some files are
    /// committed.
    @Test func aHookOfGitRefuses() async throws {
        let project = try await repository()
        _ = try await project.done("revision", "--offline", "-m", "a")
        let program = try Program.folder.appending(path: "autogen").path
        let hook = "#!/bin/sh\nexec \"\(program)\" check --staged --color never\n"
        try project.write(hook, to: ".git/hooks/pre-commit")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: project.path(".git/hooks/pre-commit"))
        _ = try await git("add", "autogen.yaml", "schema", in: project)
        #expect(try await git("commit", "-q", "-m", "a", in: project).status != 0)
        _ = try await git("add", "-A", in: project)
        let done = try await git("commit", "-q", "-m", "a", in: project)
        #expect(done.status == 0, "\(done.errors)")
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER);\n", to: "schema/schema.sql")
        _ = try await project.done("revision", "--offline", "-m", "b")
        let partly = try await git("commit", "-q", "-m", "b", "schema/schema.sql", in: project)
        #expect(partly.status != 0, "only the schema is committed")
        _ = try await git("add", "-A", in: project)
        #expect(try await git("commit", "-q", "-m", "b", in: project).status == 0)
    }

    @Test func aConfigurationThatWasNotAddedIsNamed() async throws {
        let project = try await repository()
        let refused = try await project.autogen("check", "--staged")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("git add autogen.yaml"), "\(refused.errors)")
        #expect(try await project.autogen("check", "--staged", "--live").status == 2)
    }

    @Test func aCommitIsComparedWithWhatIsDeclared() async throws {
        let project = try await repository()
        _ = try await git("add", "-A", in: project)
        #expect(try await git("commit", "-q", "-m", "a", in: project).status == 0)
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER);\n", to: "schema/schema.sql")
        let diff = try await project.autogen("diff", "git:main:schema", "declared", "--format", "text")
        #expect(diff.output.contains("+ column main.a.b"), "\(diff.output)\(diff.errors)")
        let missing = try await project.autogen("diff", "git:nowhere:schema", "declared")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("nowhere"), "\(missing.errors)")
    }

    @Test func branchesAreTriedInBothOrders() async throws {
        let project = try await repository()
        _ = try await project.done("revision", "--offline", "-m", "a")
        _ = try await git("add", "-A", in: project)
        _ = try await git("commit", "-q", "-m", "a", in: project)
        _ = try await git("checkout", "-q", "-b", "theirs", in: project)
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER);\n", to: "schema/schema.sql")
        _ = try await project.done("revision", "--offline", "-m", "b", "--rev-id", "b")
        _ = try await git("add", "-A", in: project)
        _ = try await git("commit", "-q", "-m", "b", in: project)
        _ = try await git("checkout", "-q", "main", in: project)
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, c INTEGER);\n", to: "schema/schema.sql")
        _ = try await project.done("revision", "--offline", "-m", "c", "--rev-id", "c")
        let fine = try await project.autogen("check", "--merge-base", "theirs")
        #expect(fine.status == 0, "\(fine.output)\(fine.errors)")
        #expect(fine.output.contains("go together with those of theirs"))
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT);\n", to: "schema/schema.sql")
        _ = try await project.done("revision", "--offline", "-m", "d", "--rev-id", "d", "--allow", "data-loss")
        let conflict = try await project.autogen("check", "--merge-base", "theirs")
        #expect(conflict.status == 1)
        #expect(conflict.output.contains("_d_d.sql") && conflict.output.contains("_b_b.sql"), "\(conflict.output)")
        #expect(conflict.output.contains("autogen rebase"))
    }
}
