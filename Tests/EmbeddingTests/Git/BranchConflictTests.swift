import Autogen
import AutogenRevisions
import AutogenSchema
import Foundation
import TestSupport
import Testing

/// Revisions of two branches go together where it does not matter which run first; no database is asked about that.
@Suite struct BranchConflictTests {
    @Test(arguments: BranchPair.all)
    func isFound(_ pair: BranchPair) async throws {
        let folder = try ProjectFolder()
        let server = pair.dialect == .postgresql ? try TestServer.url() : nil
        var project = folder.project
        project.scratch = server.map { .url($0) } ?? .auto
        try folder.git("init", "-q", "-b", "main")
        try folder.revise("first", after: "none", pair.dialect, pair.base)
        try folder.commit()
        try folder.git("checkout", "-q", "-b", "theirs")
        try folder.revise("theirs", after: "first", pair.dialect, pair.theirs + ";")
        try folder.commit()
        try folder.git("checkout", "-q", "main")
        try folder.revise("ours", after: "first", pair.dialect, pair.ours + ";")
        let autogen = SchemaMigrator(provider: TestProvider(), project: project)
        let findings = try await autogen.check(mergingInto: "theirs")
        #expect(findings.isEmpty != pair.conflicts, "\(findings)")
        for finding in findings {
            #expect(finding.description.contains("  here: revisions/ours.sql\n  theirs: revisions/theirs.sql\n"))
        }
        // From the other side it is the same.
        try folder.commit()
        try folder.git("checkout", "-q", "theirs")
        #expect(try await autogen.check(mergingInto: "main").isEmpty != pair.conflicts)
    }

    @Test func thereAreFifty() {
        #expect(BranchPair.all.count == 50)
        #expect(BranchPair.all.count { $0.conflicts } == 25)
    }

    @Test func nothingNewIsNoConflict() async throws {
        let folder = try ProjectFolder()
        try folder.git("init", "-q", "-b", "main")
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (id INTEGER);")
        try folder.commit()
        try folder.git("branch", "theirs")
        let autogen = SchemaMigrator(provider: TestProvider(), project: folder.project)
        #expect(try await autogen.check(mergingInto: "theirs").isEmpty)
        try folder.revise("ours", after: "first", .sqlite, "CREATE TABLE b (id INTEGER);")
        #expect(try await autogen.check(mergingInto: "theirs").isEmpty)
    }

    @Test func aScriptThatBothHaveIsTheSame() async throws {
        let folder = try ProjectFolder()
        try folder.git("init", "-q", "-b", "main")
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (id INTEGER);")
        try folder.commit()
        try folder.git("checkout", "-q", "-b", "theirs")
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (id TEXT);")
        try folder.commit()
        try folder.git("checkout", "-q", "main")
        let autogen = SchemaMigrator(provider: TestProvider(), project: folder.project)
        // What one side has left alone is taken from the other.
        #expect(try await autogen.check(mergingInto: "theirs").isEmpty)
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (id BLOB);")
        let findings = try await autogen.check(mergingInto: "theirs")
        #expect(findings.map(\.description) == ["revisions/first.sql: the script is not the one that theirs has"])
    }

    @Test func aBranchThatIsNotThereIsNamed() async throws {
        let folder = try ProjectFolder()
        try folder.git("init", "-q", "-b", "main")
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (id INTEGER);")
        try folder.commit()
        let error = await #expect(throws: (any Error).self) {
            try await SchemaMigrator(provider: TestProvider(), project: folder.project).check(mergingInto: "nowhere")
        }
        #expect("\(String(describing: error))".contains("nowhere"))
    }

    /// SQL files and snapshots as another commit has them.
    @Test func aCommitIsASource() async throws {
        let folder = try ProjectFolder()
        try folder.git("init", "-q", "-b", "main")
        try folder.write("CREATE TABLE a (id INTEGER);\n\\i b.sql\n", to: "schema/a.sql")
        try folder.write("CREATE TABLE b (id INTEGER);\n", to: "schema/b.sql")
        try folder.commit()
        try folder.git("tag", "v1")
        try folder.write("CREATE TABLE a (id TEXT);\n", to: "schema/a.sql")
        let tree = try await GitTree.with(.commit("v1"), of: folder.path, paths: ["schema"]) { tree in
            try String(contentsOfFile: "\(tree.folder)/schema/a.sql", encoding: .utf8)
        }
        #expect(tree.hasPrefix("CREATE TABLE a (id INTEGER);"))
        #expect("\(try Source("git:v1:schema"))" == "git:v1:schema")
        #expect(throws: AutogenError.self) { try Source("git:v1") }
        try folder.git("add", "-A")
        try folder.write("CREATE TABLE a (id BLOB);\n", to: "schema/a.sql")
        let staged = try await GitTree.with(.index, of: "\(folder.path)/schema", paths: ["a.sql"]) { tree in
            try String(contentsOfFile: "\(tree.folder)/a.sql", encoding: .utf8)
        }
        #expect(staged == "CREATE TABLE a (id TEXT);\n")
    }
}

extension ProjectFolder {
    func commit() throws {
        try git("add", "-A")
        try git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", "step")
    }

    func git(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", path] + arguments
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments)")
    }
}
