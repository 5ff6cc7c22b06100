import Foundation
import Testing

/// What becomes of rows is said where a revision is proved, of made rows and of a person's own.
@Suite struct RowsFileTests {
    private static let first = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER);\n"

    private func onBoth(_ body: (Project, String) async throws -> Void) async throws {
        try await Project.onBoth { url, schema in
            let project = try await Project(url: url, schema: Self.first)
            try await project.done("revision", "-m", "people")
            try await project.done("upgrade")
            try project.write(
                Self.first.replacing("age INTEGER", with: "age INTEGER, CHECK (age < 200)"), to: "schema/schema.sql")
            try await body(project, schema)
        }
    }

    @Test func saysWhatIsKept() async throws {
        try await onBoth { project, schema in
            try project.write(
                Self.first.replacing(", age INTEGER", with: ", mail TEXT"), to: "schema/schema.sql")
            let written = try await project.autogen("revision", "-m", "mail", "--drop", "person.age")
            #expect(written.errors == "proved: up and down; 2 columns kept, 1 lost (accepted)\n", "\(written.errors)")
        }
    }

    @Test func takesRowsOfOnesOwn() async throws {
        try await onBoth { project, _ in
            try project.write("INSERT INTO person VALUES (7, 'Ada', 36);\n", to: "rows.sql")
            let written = try await project.autogen("revision", "-m", "age", "--rows", "rows.sql")
            #expect(
                written.status == 0 && written.errors == "proved: up and down; 3 columns kept\n", "\(written.errors)")
        }
    }

    @Test func saysWhereTheyAreRefused() async throws {
        try await onBoth { project, _ in
            let before = try project.files("revisions")
            try project.write("-- people\nINSERT INTO persn VALUES (7, 'Ada', 36);\n", to: "rows.sql")
            let refused = try await project.autogen("revision", "-m", "age", "--rows", "rows.sql")
            #expect(refused.status == 2 && refused.errors.contains("rows.sql:2:"), "\(refused.errors)")
            #expect(refused.errors.contains("persn") && refused.errors.contains("all revisions before the new one"))
            let missing = try await project.autogen("revision", "-m", "age", "--rows", "none.sql")
            #expect(missing.status == 2 && missing.errors.contains("none.sql"), "\(missing.errors)")
            #expect(try project.files("revisions") == before)
        }
    }

    /// Rows that break what is new are no proof of anything, and that is said.
    @Test func saysWhenRowsAreRefused() async throws {
        try await onBoth { project, _ in
            try project.write("INSERT INTO person VALUES (7, 'Ada', 360);\n", to: "rows.sql")
            let written = try await project.autogen("revision", "-m", "age", "--rows", "rows.sql")
            #expect(
                written.status == 0
                    && written.errors.hasPrefix("proved: up and down; without rows, since they were refused: "),
                "\(written.errors)")
        }
    }
}
