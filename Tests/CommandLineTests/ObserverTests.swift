import Foundation
import Testing

/// `pg_dump` looks at both ends of a revision beside autogen, and is heard.
@Suite struct ObserverTests {
    private static let schema = "CREATE TABLE users (id bigint PRIMARY KEY);\n"

    private static func project(_ url: String) async throws -> Project {
        let project = try await Project(url: url, schema: schema)
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try project.write(schema + "CREATE INDEX by_id ON users (id DESC);\n", to: "schema/schema.sql")
        return project
    }

    private static func path(_ first: String) -> [String: String] {
        ["PATH": "\(first):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"]
    }

    @Test func seesTheSame() async throws {
        let programs = URL(filePath: Server.psql).deletingLastPathComponent().path
        try await Server().withDatabase { url in
            let project = try await Self.project(url)
            let written = try await project.autogen(
                "revision", "-m", "second", "--observe", environment: Self.path(programs))
            #expect(written.status == 0, "\(written.errors)")
            #expect(written.errors.contains("observed: to pg_dump, too, both ends are"), "\(written.errors)")
        }
    }

    /// A program in its place that sees something else each time.
    @Test func seesAnother() async throws {
        try await Server().withDatabase { url in
            let project = try await Self.project(url)
            try project.write("#!/bin/sh\necho \"-- Name: t$$; Type: TABLE;\"\n", to: "bin/pg_dump")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: project.path("bin/pg_dump"))
            let before = try project.contents()
            let refused = try await project.autogen(
                "revision", "-m", "second", "--observe", environment: Self.path(project.path("bin")))
            #expect(
                refused.status == 4 && refused.errors.contains("another observer sees a difference"),
                "\(refused.errors)")
            #expect(try project.contents() == before)
            try project.write("#!/bin/sh\nexit 3\n", to: "bin/pg_dump")
            let broken = try await project.autogen(
                "revision", "-m", "second", "--observe", environment: Self.path(project.path("bin")))
            #expect(broken.status == 2 && broken.errors.contains("pg_dump ended with status 3"), "\(broken.errors)")
        }
    }

    @Test func isForPostgreSQL() async throws {
        let project = try await Self.project("sqlite:app.db")
        let refused = try await project.autogen("revision", "-m", "second", "--observe")
        #expect(refused.status == 2 && refused.errors.contains("leave out --observe"), "\(refused.errors)")
    }
}
