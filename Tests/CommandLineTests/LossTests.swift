import Foundation
import Testing

/// A statement of a script that loses something is found, whoever wrote it.
@Suite struct LossTests {
    private static let schema = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);\n"

    private func project(url: String) async throws -> Project {
        let project = try await Project(url: url, schema: Self.schema)
        try await project.done("revision", "-m", "people", "--rev-id", "r1")
        return project
    }

    /// The script of an empty revision, with a person's statements in it.
    private func write(_ sql: String, to project: Project) async throws -> String {
        try await project.done("revision", "-m", "by hand", "--rev-id", "r2", "--empty")
        let file = "revisions/\(try #require(project.files("revisions").last))"
        try project.write(project.text(file).replacing("-- upgrade\n", with: "-- upgrade\n\(sql)\n"), to: file)
        return file
    }

    @Test func aTableThatMayBeThere() async throws {
        try await Project.onBoth { url, schema in
            let project = try await project(url: url)
            let table = "\(schema).person"
            let file = try await write(
                "CREATE TABLE IF NOT EXISTS \(table) (id INTEGER);\nDELETE FROM \(table);", to: project)
            let found = try await project.autogen("check")
            #expect(found.status == 1 && found.output.contains("rows \(table): deletes all rows"), "\(found.output)")
            let refused = try await project.autogen("check", "--accept")
            #expect(refused.status == 4 && refused.errors.contains("rows \(table), "), "\(refused.errors)")
            try await project.done("check", "--accept", "--allow", "data-loss")
            #expect(try project.text(file).contains("-- accepts: data loss (rows \(table), "))
            try await project.done("check")
        }
    }

    /// What a hook makes of a script is tried, and what it makes is what the snapshot says.
    @Test func whatHooksAdd() async throws {
        try await Project.onBoth { url, _ in
            let project = try await Project(url: url, schema: Self.schema)
            let plain = try project.text("autogen.yaml")
            func hook(_ statement: String) throws {
                let exec = "sed -i 's/^-- downgrade$/\(statement)\\n\\n-- downgrade/'"
                try project.write(
                    plain.replacing("revisions:\n", with: "revisions:\n  hooks:\n    - exec: \(exec)\n"),
                    to: "autogen.yaml")
            }
            try hook("CREATE INDEX i ON person (nothing);")
            let refused = try await project.autogen("revision", "-m", "people", "--rev-id", "r1")
            #expect(refused.status != 0 && refused.errors.contains("as the hooks have left it"), "\(refused.errors)")
            #expect(try project.files("revisions").filter { $0.hasSuffix(".sql") } == [])
            #expect(try project.files("snapshots").filter { $0.hasSuffix(".json") } == [])

            try hook("CREATE INDEX by_name ON person (name);")
            try await project.done("revision", "-m", "people", "--rev-id", "r1")
            #expect(try project.text("snapshots/r1.json").contains("by_name"))
            let uncovered = try await project.autogen("check")
            #expect(uncovered.status == 1 && uncovered.output.contains("by_name"), "\(uncovered.output)")
            let index = "CREATE INDEX by_name ON person (name);\n"
            try project.write(Self.schema + index, to: "schema/schema.sql")
            try await project.done("check")
            try await project.done("upgrade")
            try await project.done("drift")
        }
    }

    /// A script that stands for others does not go with what a hook has made of it.
    @Test func whatHooksAddToASquash() async throws {
        let project = try await project(url: "sqlite:app.db")
        try project.write(Self.schema + "CREATE TABLE more (id INT);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "more", "--rev-id", "r2", "--from", "head")
        let plain = try project.text("autogen.yaml")
        let exec = "sed -i 's/^-- upgrade$/-- upgrade\\nSELECT nothing;/'"
        try project.write(
            plain.replacing("revisions:\n", with: "revisions:\n  hooks:\n    - exec: \(exec)\n"), to: "autogen.yaml")
        let refused = try await project.autogen("squash", "r1:r2")
        #expect(refused.status != 0 && refused.errors.contains("as the hooks have left it"), "\(refused.errors)")
        try await project.done("check")
        #expect(try project.files("revisions").contains { $0.hasSuffix(".sql") })
        try await project.done("upgrade")
    }
}
