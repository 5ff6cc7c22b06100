import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

/// `autogen upgrade` over many SQLite files.
@Suite struct SQLiteFleetUpgradeTests {
    private let first = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);\n"

    /// Files at the first of two revisions; `twice` has rows that the second refuses.
    private func project(_ names: [String], twice: String? = nil) async throws -> Project {
        let project = try await Project(schema: first)
        try await project.done("revision", "-m", "Users")
        try await project.done("upgrade")
        for name in names {
            try FileManager.default.copyItem(atPath: project.path("app.db"), toPath: project.path("\(name).db"))
        }
        if let twice { try await sqlite(project, twice, "INSERT INTO users (email) VALUES ('a'), ('a')") }
        try project.write(first + "CREATE UNIQUE INDEX users_email ON users (email);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "Unique")
        try project.write(names.map { "\($0) sqlite:\($0).db\n" }.joined(), to: "urls")
        return project
    }

    private func sqlite(_ project: Project, _ name: String, _ sql: String) async throws {
        let outcome = try await Program.run("/usr/bin/env", ["sqlite3", "\(name).db", sql], in: project.folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func stopsAndGoesOn() async throws {
        let project = try await project(["a", "b", "c", "d"], twice: "b")
        let stopped = try await project.autogen("upgrade", "--urls", "urls", "--jobs", "1")
        #expect(
            Masked.text(stopped.output).hasPrefix("a: upgraded to ID1  Unique\nupgraded 1, up to date 0, failed 1: b: ")
        )
        #expect(stopped.output.hasSuffix(", not begun 2\n"))
        #expect(stopped.errors.hasPrefix("b: revisions/") && stopped.errors.contains("have the same email as another"))
        #expect(stopped.status == 4)

        try await sqlite(project, "b", "UPDATE users SET email = id")
        let resumed = try await project.autogen("upgrade", "--urls-from", "cat urls")
        #expect(resumed.output.hasPrefix("a: up to date\n"))
        #expect(resumed.output.hasSuffix("\nupgraded 3, up to date 1\n"))
        #expect(resumed.errors == "")
        #expect(resumed.status == 0)
        for name in ["a", "b", "c", "d"] {
            #expect(try await project.done("current", "--url", "sqlite:\(name).db").contains("Unique"), "\(name)")
        }
        #expect(
            try await project.done("upgrade", "--urls", "urls").hasSuffix("upgraded 0, up to date 4\n"))
    }

    @Test func canary() async throws {
        let project = try await project(["a", "b", "c"], twice: "b")
        let refused = try await project.autogen("upgrade", "--urls", "urls", "--canary", "b", "--stop-after", "9")
        #expect(refused.output.hasPrefix("upgraded 0, up to date 0, failed 1: b: "))
        #expect(refused.output.hasSuffix(", not begun 2\n"))
        #expect(refused.status == 4)
        for name in ["a", "c"] {
            #expect(try await project.done("current", "--url", "sqlite:\(name).db").contains("Users"), "\(name)")
        }
        let last = try await project.autogen("upgrade", "--urls", "urls", "--canary", "c", "--jobs", "1")
        #expect(last.output.hasPrefix("c: upgraded to "))
        let unknown = try await project.autogen("upgrade", "--urls", "urls", "--canary", "z")
        #expect(
            unknown.errors == "error: the fleet has no database \"z\" to be the canary; it has a, b, c\n")
        #expect(unknown.status == 2)
    }

    @Test func unreadable() async throws {
        let project = try await project(["a", "b", "c", "d"], twice: "d")
        try project.write(String(repeating: "no database\n", count: 1000), to: "b.db")
        let outcome = try await project.autogen("upgrade", "--urls", "urls", "--stop-after", "3")
        #expect(outcome.output.contains("\nc: upgraded to "))
        #expect(outcome.output.contains("\nupgraded 2, up to date 0, failed 2: b: "))
        #expect(outcome.output.contains("b.db is not a SQLite database"))
        #expect(outcome.output.contains("; d: revisions/"))
        #expect(!outcome.output.contains("not begun"))
        #expect(outcome.status == 3)
    }

    /// A failure of one of many is told with what helps, as that of a single one is.
    @Test func saysWhatHelps() async throws {
        let project = try await project(["a", "b"])
        let other = try await SQLiteConnection.open(.sqlite(path: project.path("b.db")))
        try await other.execute("BEGIN IMMEDIATE; INSERT INTO users (email) VALUES ('other')")
        let outcome = try await project.autogen("upgrade", "--urls", "urls", "--wait", "1")
        try await other.execute("ROLLBACK")
        await other.close()
        #expect(
            outcome.errors == """
                b: another process holds the database and did not let go of it within 1 s
                nothing of what is left was run; let the other one end, then run this again, or wait longer with --wait

                """)
        #expect(outcome.status == 3)
    }

    @Test func environments() async throws {
        let project = try await project(["a", "b"])
        let environments = "environments: { a: { url: 'sqlite:a.db' }, b: { url: 'sqlite:b.db' } }\n"
        try project.write("schema: { source: [schema] }\n" + environments, to: "autogen.yaml")
        #expect(try await project.done("upgrade", "--all").hasSuffix("upgraded 2, up to date 0\n"))
        #expect(
            try await project.done("upgrade", "--env", "a", "--env", "b")
                == "a:\nnothing to do: the database has all these revisions\n"
                + "b:\nnothing to do: the database has all these revisions\n")
    }

    @Test(arguments: [
        ["--canary", "a"], ["--stop-after", "2"], ["--all", "--stop-after", "0"], ["--all", "--sql"],
        ["--urls", "urls", "--dry-run"], ["--all", "--urls", "urls"], ["--all", "--jobs", "0"],
    ])
    func refused(_ arguments: [String]) async throws {
        let project = try await Project(schema: first)
        let outcome = try await project.autogen(["upgrade"] + arguments)
        #expect(outcome.status == 2 && outcome.output == "", "\(outcome.errors)")
    }
}
