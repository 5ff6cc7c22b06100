import Foundation
import Testing

/// `autogen upgrade` over several databases of a PostgreSQL server.
@Suite struct FleetUpgradeTests {
    private let schema = "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);\n"

    @Test func severalDatabases() async throws {
        let server = try Server()
        try await server.withDatabase { one in
            try await server.withDatabase { two in
                try await server.withDatabase { three in try await upgrade([one, two, three], server) }
            }
        }
    }

    private func upgrade(_ urls: [String], _ server: Server) async throws {
        let project = try await Project(url: urls[0], schema: schema)
        try await project.done("revision", "-m", "Users")
        let nowhere = "host=/nowhere dbname=nothing"
        let list = ["one \(urls[0])", "two \(urls[1])", "gone \(nowhere)", "three \(urls[2])"]
        try project.write(list.joined(separator: "\n"), to: "urls")
        let first = try await project.autogen("upgrade", "--urls", "urls", "--canary", "three", "--stop-after", "2")
        #expect(first.output.hasPrefix("three: upgraded to "))
        #expect(first.output.contains("\nupgraded 3, up to date 0, failed 1: gone: "), "\(first.output)\(first.errors)")
        #expect(first.status == 3)

        try await server.run("INSERT INTO users VALUES (1, 'a'), (2, 'a')", in: urls[1])
        try project.write(schema + "CREATE UNIQUE INDEX users_email ON users (email);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "Unique")
        try project.write(list.filter { !$0.hasPrefix("gone") }.joined(separator: "\n"), to: "urls")
        let second = try await project.autogen("upgrade", "--urls", "urls", "--jobs", "2")
        #expect(second.output.contains("one: upgraded to ") && second.output.contains("failed 1: two: revisions/"))
        #expect(second.errors.contains("2 rows of public.users have the same email as another (id 1, 2)"))
        #expect(second.status == 4)
        let failed = try await project.autogen("upgrade", "--urls", "urls", "--jobs", "2", "--preflight", "off")
        #expect(failed.errors.contains("could not create unique index"))
        #expect(failed.status == 3)
        try await server.run("DELETE FROM users", in: urls[1])
        let third = try await project.autogen("upgrade", "--urls", "urls")
        #expect(third.status == 0 && third.output.contains("one: up to date\n"))
        #expect(third.output.contains("two: upgraded to ") && third.output.contains(", up to date "))
        for url in urls {
            #expect(
                try await server.run("SELECT count(*) FROM pg_indexes WHERE indexname = 'users_email'", in: url)
                    == "1\n")
        }
    }
}
