import Foundation
import Testing

@Suite struct TemplateTests {
    @Test func areListed() async throws {
        let listed = try await Project().done("list-templates")
        let names = listed.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names == ["generic", "async", "multidb"])
    }

    /// Two databases, each with a schema of its own, brought up to date by one command.
    @Test func multidb() async throws {
        let project = try Project()
        try await project.done("init", "-t", "multidb", "--url", "sqlite:app.db")
        try project.write("CREATE TABLE item (id INTEGER PRIMARY KEY);", to: "schema/main/item.sql")
        try project.write("CREATE TABLE visit (day TEXT);", to: "schema/reports/visit.sql")
        for name in ["main", "reports"] { try await project.done("revision", "-m", "first", "--env", name) }
        let upgraded = try await project.done("upgrade", "--env", "all")
        #expect(
            Masked.text(upgraded) == """
                main:
                upgraded to ID1  first
                reports:
                upgraded to ID2  first

                """)
        let reports = try await project.done("inspect", "sqlite:reports.db", "--format", "sql")
        #expect(reports.contains("CREATE TABLE visit") && !reports.contains("item"))
    }

    @Test func ofAFolder() async throws {
        let project = try Project()
        try project.write("environments:\n  default:\n    url: {{url}}\n", to: "ours/autogen.yaml")
        try project.write("-- for {{url}}\n", to: "ours/schema/0_first.sql")
        let made = try await project.done("init", "-t", "ours", "--url", "sqlite:app.db")
        #expect(
            made.split(separator: "\n") == [
                "made autogen.yaml", "made schema/", "made schema/0_first.sql",
                "made revisions/", "made snapshots/",
            ])
        #expect(try project.text("schema/0_first.sql") == "-- for sqlite:app.db\n")
        #expect(try project.text("autogen.yaml").contains("url: sqlite:app.db"))
        let again = try await project.autogen("init", "-t", "ours")
        #expect(again.status == 2 && again.errors == "error: autogen.yaml is there already; nothing was changed\n")
    }

    @Test func sayWhatIsWrong() async throws {
        let project = try Project()
        let unknown = try await project.autogen("init", "-t", "generc")
        #expect(unknown.status == 2)
        #expect(
            unknown.errors == """
                error: there is no template "generc", and no folder of that name with an autogen.yaml; known are \
                generic, async, multidb

                """)
        try project.write("url: {{ulr}}\n", to: "ours/autogen.yaml")
        let field = try await project.autogen("init", "-t", "ours")
        #expect(field.status == 2 && field.errors == "error: autogen.yaml: unknown field {{ulr}}; known are url\n")
        #expect(try project.files("") == ["ours"])
    }

    /// A project that is there gets the package beside what it has; a program that left its checkout must be told more.
    @Test func asyncForAProjectThatIsThere() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER);")
        let before = try project.text("autogen.yaml")
        let program = try Program.folder.appending(path: "autogen").path
        try FileManager.default.copyItem(atPath: program, toPath: project.path("moved"))
        let lost = try await Program.run(project.path("moved"), ["init", "-t", "async"], in: project.folder)
        #expect(lost.status == 2 && lost.errors.contains("--package FOLDER or --package URL"))
        try await project.done("init", "-t", "async", "--package", "https://git.example/tools/autogen.git")
        #expect(try project.text("autogen.yaml") == before)
        let manifest = try project.text("environment/Package.swift")
        #expect(manifest.contains(".package(url: \"https://git.example/tools/autogen.git\", branch: \"main\")"))
        #expect(manifest.contains(".product(name: \"AutogenCLI\", package: \"autogen\")"))
    }
}
