import Autogen
import AutogenConnection
import AutogenRevisions
import AutogenSchema
import Foundation
import TestSupport
import Testing

@testable import AutogenLint

/// Rules decide by what running a script has shown.
@Suite struct LintTests {
    @Test(arguments: LintCase.all)
    func finds(_ lintCase: LintCase) async throws {
        let folder = try ProjectFolder()
        let usual =
            switch lintCase.dialect {
            case .postgresql: LintCase.postgresTables
            case .sqlite: LintCase.sqliteTables
            }
        let tables = lintCase.start ?? usual
        try folder.revise("first", after: "none", lintCase.dialect, tables)
        try folder.revise("second", after: "first", lintCase.dialect, lintCase.sql)
        var project = folder.project
        if lintCase.dialect == .postgresql { project.scratch = .url(try TestServer.url()) }
        project.naming = lintCase.naming
        project.lint.levels = lintCase.on.map { LintLevel($0, .note) } + lintCase.off.map { LintLevel($0, .off) }
        project.migration.lockTimeout = lintCase.lockTimeout
        let autogen = SchemaMigrator(provider: TestProvider(), project: project)
        let script = try #require(try project.revisions.graph().scripts.first { $0.id.text == "second" })
        let findings = try await autogen.lint([script]).findings
        // What is lost is said, too, and has tests of its own.
        let found = findings.filter { $0.code != "unaccepted-loss" }.map { "\($0.line - 7) \($0.code)" }
        #expect(found == lintCase.found, "\(findings.map(\.message))")
    }

    /// What comes after a script that is refused has nothing to start from, and what does not is looked at.
    @Test func aRefusedScriptIsAFinding() async throws {
        let folder = try ProjectFolder()
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (id INTEGER PRIMARY KEY);")
        try folder.revise("bad", after: "first", .sqlite, "ALTER TABLE nowhere ADD COLUMN a;")
        try folder.revise("later", after: "bad", .sqlite, "CREATE TABLE b (a INTEGER REFERENCES a);")
        try folder.revise("other", after: "first", .sqlite, "CREATE TABLE c (a INTEGER REFERENCES a);")
        let autogen = SchemaMigrator(provider: TestProvider(), project: folder.project)
        let findings = try await autogen.lint(folder.project.revisions.graph().scripts).findings
        #expect(
            Set(findings.map { "\($0.file) \($0.code)" }) == [
                "revisions/bad.sql refused", "revisions/other.sql foreign-key-without-index",
            ])
    }

    /// Where there is a snapshot of what a script comes after, that and not the history is what it starts from: there are no
    /// rows, and no script runs but the new ones.
    @Test func aScriptBeginsFromTheSnapshotBeforeIt() async throws {
        let folder = try ProjectFolder()
        try folder.revise(
            "first", after: "none", .sqlite, "CREATE TABLE a (n INTEGER);\nINSERT INTO a VALUES (1), (1);")
        let autogen = SchemaMigrator(provider: TestProvider(), project: folder.project)
        _ = try await autogen.acceptScripts()
        try folder.revise("second", after: "first", .sqlite, "CREATE UNIQUE INDEX u ON a (n);")
        try folder.revise("third", after: "second", .sqlite, "CREATE TABLE b (a INTEGER REFERENCES a);")
        func found() async throws -> [String] {
            try await autogen.lint(Array(folder.project.revisions.graph().scripts.dropFirst())).findings.map(\.code)
        }
        #expect(try await found() == ["foreign-key-without-index"])
        try FileManager.default.removeItem(atPath: "\(folder.path)/snapshots/first.json")
        #expect(try await found() == ["refused"])
    }

    /// A script that rolls back by itself can't be run at all.
    @Test func aScriptThatCannotBeRunIsRefused() async throws {
        let folder = try ProjectFolder()
        try folder.revise("first", after: "none", .sqlite, "CREATE TABLE a (n INTEGER);\nROLLBACK;")
        try folder.revise("second", after: "first", .sqlite, "CREATE TABLE b (n INTEGER);")
        let autogen = SchemaMigrator(provider: TestProvider(), project: folder.project)
        let report = try await autogen.lint(folder.project.revisions.graph().scripts)
        #expect(report.findings.map { "\($0.file) \($0.code)" } == ["revisions/first.sql refused"])
    }

    @Test func everyRuleHasACase() {
        let codes = Set(Linter.rules.map { $0.code })
        #expect(codes.count == Linter.rules.count)
        let found = Set(LintCase.all.flatMap(\.found).map { String($0.split(separator: " ")[1]) })
        #expect(codes.subtracting(found).isEmpty)
    }
}

extension ProjectFolder {
    fileprivate var project: Project { Project(root: path) }
}
