import Foundation
import Testing

/// Comments of the declared files that say what rows get, what was answered, and what has been done.
@Suite struct AnnotationTests {
    private static let before = "CREATE TABLE account (\n    id INTEGER PRIMARY KEY\n);\n"

    private static func after(_ comment: String) -> String {
        "CREATE TABLE account (\n    id INTEGER PRIMARY KEY,\n    owner INTEGER NOT NULL\(comment)\n);\n"
    }

    private static func project(_ url: String) async throws -> Project {
        let project = try await Project(url: url, schema: before)
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try await project.done("upgrade")
        try await project.run("INSERT INTO account VALUES (1), (2)", on: url)
        return project
    }

    /// It does what `--fill` does, stays as long as somebody likes, and an option beats it.
    @Test func fill() async throws {
        try await Project.onBoth { url, schema in
            for (options, value) in [([], "8"), (["--fill", "account.owner=5"], "5")] {
                let project = try await Self.project(url)
                try project.write(Self.after("  -- autogen:fill 7 + 1"), to: "schema/schema.sql")
                try await project.done(["revision", "-m", "owners", "--rev-id", "r2"] + options)
                let script = try project.text("revisions/\(try #require(try project.files("revisions").last))")
                #expect(
                    script.contains("\n-- fills: column \(schema).account.owner = \(value == "8" ? "7 + 1" : "5")\n"),
                    "\(script)")
                try await project.done("upgrade")
                let rows = try await project.run("SELECT id, owner FROM account ORDER BY id", on: url)
                #expect(rows == "1|\(value)\n2|\(value)\n")
                let check = try await project.autogen("check", "-v")
                #expect(check.status == 0)
                #expect(
                    check.errors.contains("schema/schema.sql:3:29: note: autogen:fill is spent"), "\(check.errors)")
                let again = try await project.autogen("revision", "-m", "again")
                #expect(again.output.hasPrefix("nothing to do"), "\(again.errors)")
                try await project.run("DROP TABLE account", on: url)
                try await project.run("DROP TABLE autogen_version", on: url)
            }
        }
    }

    /// It does what `--zone` does, and is spent once the column has its type.
    @Test func zone() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE visit (at timestamp);")
            try await project.done("revision", "-m", "first", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("INSERT INTO visit VALUES ('2026-07-01 12:00')", on: url)
            try project.write(
                "CREATE TABLE visit (\n    at timestamptz  -- autogen:zone Asia/Kolkata\n);\n", to: "schema/schema.sql")
            try await project.done("revision", "-m", "zone", "--rev-id", "r2")
            try await project.done("upgrade")
            let time = try await project.run("SELECT at AT TIME ZONE 'UTC' FROM visit", on: url)
            #expect(time == "2026-07-01 06:30:00\n")
            let check = try await project.autogen("check", "-v")
            #expect(check.errors.contains("schema/schema.sql:2:21: note: autogen:zone is spent"), "\(check.errors)")
        }
    }

    @Test(arguments: [
        (
            "  -- autogen:fill",
            "schema/schema.sql:3:29: error: autogen:fill says nothing: the SQL expression must follow"
        ),
        (
            "  -- autogen:filll 1",
            "schema/schema.sql:3:29: error: autogen:filll means nothing; did you mean autogen:fill?"
        ),
        (
            "  -- autogen:zone",
            "schema/schema.sql:3:29: error: autogen:zone says nothing: the name of a time zone must"
        ),
        ("  -- autogen:renamed-from", "schema/schema.sql:3:29: error: autogen:renamed-from says nothing: the old name"),
    ])
    func faults(_ comment: String, _ error: String) async throws {
        let project = try await Self.project("sqlite:app.db")
        try project.write(Self.after(comment), to: "schema/schema.sql")
        let refused = try await project.autogen("revision", "-m", "x")
        #expect(refused.status == 2 && refused.errors.hasPrefix(error), "\(refused.errors)")
        try project.write("-- autogen:fill 1\n" + Self.before, to: "schema/schema.sql")
        let table = try await project.autogen("revision", "-m", "x")
        #expect(
            table.status == 2 && table.errors.contains("is for a column, and stands beside table"), "\(table.errors)")
    }

    /// What is answered at a terminal is kept in the declared files, where the next reader looks.
    @Test func answersAreKept() async throws {
        try await Project.onBoth { url, _ in
            let project = try await Project(
                url: url,
                schema: """
                    CREATE TABLE users (
                        id INTEGER PRIMARY KEY,
                        nm VARCHAR(20) NOT NULL,  -- as it is said
                        made DATE
                    );
                    CREATE TABLE notes (id INTEGER PRIMARY KEY, txt VARCHAR(99), at DATE);

                    """)
            try await project.done("revision", "-m", "first")
            try await project.done("upgrade")
            let declared = """
                CREATE TABLE users (
                    id INTEGER PRIMARY KEY,
                    name VARCHAR(20) NOT NULL,  -- as it is said
                    made_at DATE
                );
                CREATE TABLE remarks (id INTEGER PRIMARY KEY, text VARCHAR(99), at DATE);

                """
            try project.write(declared, to: "schema/schema.sql")
            let answered = try await Program.asked(
                try Program.folder.appending(path: "autogen").path, ["revision", "-m", "names"], in: project.folder,
                answers: Array(repeating: "y", count: 5))
            #expect(answered.status == 0, "\(answered)")
            #expect(
                try project.text("schema/schema.sql") == """
                    CREATE TABLE users (
                        id INTEGER PRIMARY KEY,
                        name VARCHAR(20) NOT NULL /* autogen:renamed-from nm */,  -- as it is said
                        made_at DATE  -- autogen:renamed-from made
                    );
                    -- autogen:renamed-from notes
                    CREATE TABLE remarks (id INTEGER PRIMARY KEY, text VARCHAR(99) /* autogen:renamed-from txt */, at DATE);

                    """)
            let check = try await project.autogen("check", "-v")
            #expect(check.status == 0)
            #expect(check.errors.components(separatedBy: "autogen:renamed-from is spent").count == 5, "\(check.errors)")
            try await project.done("upgrade")
            let again = try await project.autogen("revision", "-m", "again")
            #expect(again.output.hasPrefix("nothing to do"), "\(again.errors)")
        }
    }
}
