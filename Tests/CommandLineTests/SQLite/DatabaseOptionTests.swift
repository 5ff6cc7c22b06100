import Testing

/// `application_id` and `user_version` as parts of the schema.
@Suite struct DatabaseOptionTests {
    private static let table = "CREATE TABLE a (id INT);\n"

    private func sqlite(_ project: Project, _ sql: String) async throws -> String {
        try await Program.run("/usr/bin/env", ["sqlite3", "app.db", sql], in: project.folder).output
    }

    private func project(_ declared: String, isOn: Bool) async throws -> Project {
        let project = try await Project(schema: declared)
        if isOn {
            let settings = try project.text("autogen.yaml")
            try project.write(settings + "\nsqlite:\n  options: [application_id, user_version]\n", to: "autogen.yaml")
        }
        return project
    }

    @Test func comparedWhenOn() async throws {
        let project = try await project(
            Self.table + "PRAGMA application_id = -252;\nPRAGMA user_version = 3;\n", isOn: true)
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        #expect(try await sqlite(project, "PRAGMA application_id; PRAGMA user_version") == "-252\n3\n")
        let file = try #require(project.files("snapshots").first)
        #expect(try project.text("snapshots/\(file)").contains("database option"))
        let shown = try await project.done("inspect", "--format", "sql")
        #expect(shown.contains("PRAGMA application_id = -252;") && shown.contains("PRAGMA user_version = 3;"))

        try project.write(Self.table + "PRAGMA user_version = 4;\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "second")
        let name = try #require(project.files("revisions").first { $0.hasSuffix("second.sql") })
        let script = try project.text("revisions/\(name)")
        for line in [
            "PRAGMA application_id = 0;", "PRAGMA user_version = 4;", "PRAGMA application_id = -252;",
            "PRAGMA user_version = 3;",
        ] { #expect(script.contains(line), "\(script)") }
        try await project.done("upgrade")
        #expect(try await project.autogen("check").status == 0)
        #expect(try await sqlite(project, "PRAGMA application_id; PRAGMA user_version") == "0\n4\n")
        try await project.done("downgrade", "-1")
        #expect(try await sqlite(project, "PRAGMA application_id; PRAGMA user_version") == "-252\n3\n")

        _ = try await sqlite(project, "PRAGMA user_version = 9")
        let drift = try await project.autogen("drift")
        #expect(drift.status == 1 && drift.output.contains("database option user_version"), "\(drift.output)")
    }

    /// By default they are the application's own.
    @Test func leftAloneWhenOff() async throws {
        let project = try await project(Self.table, isOn: false)
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        _ = try await sqlite(project, "PRAGMA user_version = 9; PRAGMA application_id = 7")
        #expect(try await project.autogen("drift").status == 0)
        #expect(try await !project.done("inspect", "--format", "sql").contains("PRAGMA"))
        #expect(try await project.done("diff", "live", "declared") == project.done("diff", "declared", "live"))
        try project.write(Self.table + "PRAGMA user_version = 3;\n", to: "schema/schema.sql")
        let check = try await project.autogen("check")
        #expect(check.status == 0)
        #expect(check.errors.contains("PRAGMA user_version is declared, but no part of the schema"), "\(check.errors)")
    }

    @Test func unknownOptionIsAnError() async throws {
        let project = try await project(Self.table, isOn: false)
        try project.write(project.text("autogen.yaml") + "\nsqlite:\n  options: [userversion]\n", to: "autogen.yaml")
        let outcome = try await project.autogen("check")
        #expect(outcome.status == 2 && outcome.errors.contains("did you mean \"user_version\"?"), "\(outcome.errors)")
    }
}
