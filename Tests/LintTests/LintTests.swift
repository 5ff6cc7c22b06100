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
        let folder = FileManager.default.temporaryDirectory.appending(path: "autogen-lint-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder + "/revisions", withIntermediateDirectories: true)
        let tables =
            switch lintCase.dialect {
            case .postgresql: LintCase.postgresTables
            case .sqlite: LintCase.sqliteTables
            }
        try Self.write("first", after: "none", lintCase.dialect, tables, to: folder)
        try Self.write("second", after: "first", lintCase.dialect, lintCase.sql, to: folder)
        var project = Project(root: folder)
        if lintCase.dialect == .postgresql { project.scratch = .url(try TestServer.url()) }
        let autogen = SchemaMigrator(provider: TestProvider(), project: project)
        let script = try #require(try project.revisions.graph().scripts.first { $0.id.text == "second" })
        let findings = try await autogen.lint([script])
        // What is lost is said, too, and has tests of its own.
        let found = findings.filter { $0.code != "unaccepted-loss" }.map { "\($0.line - 7) \($0.code)" }
        #expect(found == lintCase.found, "\(findings.map(\.message))")
    }

    private static func write(
        _ id: String, after down: String, _ dialect: Dialect, _ sql: String, to folder: String
    ) throws {
        let text = """
            -- revision: \(id)
            -- down-revision: \(down)
            -- message: \(id)
            -- dialect: \(dialect)
            -- transaction: yes

            -- upgrade
            \(sql)

            -- downgrade

            """
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/revisions/\(id).sql"))
    }

    @Test func everyRuleHasACase() {
        let codes = Set(Linter.rules.map { $0.code })
        #expect(codes.count == Linter.rules.count)
        let found = Set(LintCase.all.flatMap(\.found).map { String($0.split(separator: " ")[1]) })
        #expect(codes.subtracting(found).isEmpty)
    }
}
