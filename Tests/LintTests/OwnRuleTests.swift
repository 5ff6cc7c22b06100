import Autogen
import AutogenConnection
import AutogenRevisions
import AutogenSchema
import Foundation
import TestSupport
import Testing

@testable import AutogenLint

/// Rules of a project's own, and what settings make of rules.
@Suite struct OwnRuleTests {
    private static let rule = """
        -- rule: table-without-key
        -- severity: error
        -- message: no row can be told from another
        -- advice: PRIMARY KEY
        -- database: sqlite
        SELECT 'main.' || name AS object FROM sqlite_schema s
        WHERE type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_table_info(s.name) WHERE pk > 0)
        """

    private func found(
        _ sql: String, _ dialect: Dialect = .sqlite, _ change: (inout Project, ProjectFolder) throws -> Void
    ) async throws -> [String] {
        let folder = try ProjectFolder()
        try folder.revise("first", after: "none", dialect, "CREATE TABLE old (a INTEGER);")
        try folder.revise("second", after: "first", dialect, sql)
        var project = Project(root: folder.path)
        if dialect == .postgresql { project.scratch = .url(try TestServer.url()) }
        try change(&project, folder)
        let autogen = SchemaMigrator(provider: TestProvider(), project: project)
        let script = try #require(try project.revisions.graph().scripts.last)
        return try await autogen.lint([script]).findings.map {
            "\($0.line - 7) \($0.severity.rawValue) \($0.code): \($0.message)"
        }
    }

    /// What was there before is no matter of the script.
    @Test func findsWhatComesWithTheScript() async throws {
        let found = try await found("CREATE TABLE a (id INTEGER PRIMARY KEY);\nCREATE TABLE b (a INTEGER);") {
            project, folder in
            try folder.write(Self.rule, to: "rules/key.sql")
            project.lint.own = ["rules/*.sql"]
        }
        #expect(found == ["2 error table-without-key: main.b: no row can be told from another"])
    }

    /// The rule that the page shows.
    @Test func findsOnPostgres() async throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/lint.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let start = try #require(text.range(of: "-- rule: table-without-comment"))
        let end = try #require(text.range(of: "```", range: start.lowerBound..<text.endIndex))
        let found = try await found(
            "CREATE TABLE a (id int);\nCOMMENT ON TABLE a IS 'it';\nCREATE TABLE b (a int);", .postgresql
        ) { project, folder in
            try folder.write(String(text[start.lowerBound..<end.lowerBound]), to: "rules/comment.sql")
            project.lint.own = ["rules"]
        }
        #expect(found == ["3 warning table-without-comment: public.b: nobody says what the table is for"])
    }

    @Test func aCommentOrASettingLetsItPass() async throws {
        let allowed = try await found("-- autogen:allow table-without-key it is a log\nCREATE TABLE b (a INTEGER);") {
            project, folder in
            try folder.write(Self.rule, to: "rules/key.sql")
            project.lint.own = ["rules"]
        }
        #expect(allowed == [])
        let set = try await found("CREATE TABLE log_a (a INTEGER);\nCREATE TABLE b (a INTEGER);") { project, folder in
            try folder.write(Self.rule, to: "rules/key.sql")
            project.lint.own = ["rules"]
            project.lint.levels = [
                LintLevel("table-without-key", .note), LintLevel("table-without-key", .off, table: "log_*"),
            ]
        }
        #expect(set == ["2 note table-without-key: main.b: no row can be told from another"])
    }

    @Test func settingsDecide() async throws {
        let sql = "CREATE TABLE kin (a INTEGER REFERENCES old);"
        let off = try await found(sql) { project, _ in
            project.lint.levels = [LintLevel("foreign-key-without-index", .off)]
        }
        #expect(off == [])
        let raised = try await found(sql) { project, _ in
            project.lint.levels = [
                LintLevel("foreign-key-without-index", .off),
                LintLevel("foreign-key-without-index", .error, schema: "main", table: "k?n"),
            ]
        }
        #expect(raised == ["1 error foreign-key-without-index: no index of main.kin begins with a"])
        await #expect(throws: LintSettingsError.self) {
            try await found(sql) { project, _ in project.lint.levels = [LintLevel("foreign-key-without", .off)] }
        }
    }

    @Test(arguments: [
        ("SELECT 1", "a rule begins with -- rule: NAME"), ("-- rule: a\nSELECT 1", "does not say what is wrong"),
        ("-- rule: A b\n-- message: m\nSELECT 1", "small letters"),
        ("-- rule: json-column\n-- message: m\nSELECT 1", "there is a rule json-column already"),
        ("-- rule: a\n-- message: m\n-- severity: grave\nSELECT 1", "severity must be note, warning, error"),
        ("-- rule: a\n-- message: m\n-- database: oracle\nSELECT 1", "database must be"),
        ("-- rule: a\n-- message: m\nSELECT 1; SELECT 2", "one query; there are 2"),
        ("-- rule: a\n-- message: m\n", "there is none"), ("-- rule: a\n-- rule: b\n-- message: m\nSELECT 1", "twice"),
        ("-- rule: a\n-- message: m\nSELECT\n  nothing", "rules/a.sql:4: error: the database refuses the query"),
    ])
    func faultsOfTheFileAreTold(_ text: String, _ fault: String) async throws {
        let error = await #expect(throws: LintSettingsError.self) {
            try await found("CREATE TABLE b (a INTEGER);") { project, folder in
                try folder.write(text, to: "rules/a.sql")
                project.lint.own = ["rules"]
            }
        }
        let told = error.map { "\($0)" } ?? ""
        #expect(told.contains(fault), "\(told)")
    }

    /// What is dropped though the declared schema has it; a table that comes again is none.
    @Test func dropsOfWhatIsDeclared() async throws {
        let found = try await found("DROP TABLE old;") { project, folder in
            try folder.write("CREATE TABLE old (a INTEGER);", to: "schema/old.sql")
        }
        #expect(found.contains { $0.hasPrefix("1 error drop-of-declared: table main.old goes") }, "\(found)")
        let again = try await self.found("DROP TABLE old;\nCREATE TABLE old (a INTEGER);") { project, folder in
            try folder.write("CREATE TABLE old (a INTEGER);", to: "schema/old.sql")
        }
        #expect(!again.contains { $0.contains("drop-of-declared") }, "\(again)")
    }
}
