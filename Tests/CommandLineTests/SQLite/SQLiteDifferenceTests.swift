import Foundation
import Testing

/// `autogen diff` in the forms that people read.
@Suite struct SQLiteDifferenceTests {
    private func project() async throws -> Project {
        let project = try await Project(schema: "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, age INTEGER);")
        try project.write("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);\n", to: "old.sql")
        try project.write(
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, age INTEGER);
            CREATE INDEX by_age ON users (age);
            """, to: "new.sql")
        return project
    }

    @Test func markdown() async throws {
        let project = try await project()
        let outcome = try await project.autogen("diff", "old.sql", "new.sql", "--format", "markdown")
        #expect(outcome.status == 1 && outcome.errors == "")
        #expect(outcome.output.hasPrefix("## ↔️ Difference of old.sql and new.sql: 3 differences\n\nSQLite\n"))
        for text in [
            "- `+` **new** column main.users.age is new", "- `+` **new** index main.by\\_age is new",
            "- `~` **changed** column main.users.email: not null yes -> no", "| | old.sql | new.sql |",
            "<details><summary>On to new.sql", "<details><summary>Back to old.sql",
        ] { #expect(outcome.output.contains(text), "\(text) in\n\(outcome.output)") }
        for text in ["declared", "live", "Drift", "error"] {
            #expect(!outcome.output.contains(text), "\(text) in\n\(outcome.output)")
        }
        let back = try await project.autogen("diff", "new.sql", "old.sql", "--format", "markdown")
        #expect(back.output.contains("- `-` **gone** index main.by\\_age is gone"))
    }

    @Test func page() async throws {
        let project = try await project()
        let outcome = try await project.autogen("diff", "old.sql", "new.sql", "--format", "html")
        #expect(outcome.status == 1 && outcome.output.hasPrefix("<!doctype html>"))
        #expect(outcome.output.contains("<h1>Difference of old.sql and new.sql</h1>"))
        #expect(outcome.output.contains("<th>old.sql</th><th>new.sql</th>"))
        #expect(outcome.output.contains("<summary>On to new.sql</summary>"))
        #expect(!outcome.output.contains("<span class=\"tag error\">"))
    }

    @Test(arguments: ["markdown", "html"]) func nothing(_ format: String) async throws {
        let project = try await project()
        let outcome = try await project.autogen("diff", "old.sql", "old.sql", "--format", format)
        #expect(outcome.status == 0 && outcome.output.contains("none"))
    }
}
