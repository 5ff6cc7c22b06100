import Foundation
import Testing

/// Passwords in the options of foreign objects: compared, but in no file and no report.
@Suite struct SecretTests {
    private func schema(_ password: String) -> String {
        """
        CREATE FOREIGN DATA WRAPPER files;
        CREATE SERVER disk FOREIGN DATA WRAPPER files OPTIONS (host 'h');
        CREATE USER MAPPING FOR PUBLIC SERVER disk OPTIONS ("user" 'ada', password '\(password)');
        CREATE SUBSCRIPTION news CONNECTION 'host=h password=\(password.replacing("'", with: "")) user=ada'
            PUBLICATION all_news WITH (connect = false);

        """
    }

    private func clean(_ url: String, _ server: Server) async throws {
        for sql in ["ALTER SUBSCRIPTION news SET (slot_name = NONE)", "DROP SUBSCRIPTION news"] {
            try await server.run(sql, in: url)
        }
    }

    @Test func noFileHasThem() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(url: url, schema: schema("o''pen"))
            let written = try await project.done("revision", "-m", "First")
            #expect(!written.contains("pen"))
            let files = try project.contents().filter { !$0.key.hasPrefix("schema/") }
            #expect(files.count > 2)
            #expect(files.filter { String(decoding: $0.value, as: UTF8.self).contains("pen") }.keys.sorted() == [])

            let refused = try await project.autogen("upgrade")
            #expect(refused.status == 4)
            let line = try #require(refused.errors.split(separator: "\n").first { $0.hasPrefix("set AUTOGEN_SECRET_") })
            #expect(try await server.run("SELECT count(*) FROM pg_foreign_server", in: url) == "0\n")

            let script = try project.text("revisions/\(try #require(project.files("revisions").first))")
            let names = script.matches(of: /takes it from (AUTOGEN_SECRET_[0-9A-F]{8})/).map { String($0.output.1) }
            #expect(Set(names).count == 2)
            #expect(names.contains { line.contains($0) })
            let values = Dictionary(uniqueKeysWithValues: zip(names, ["o'pen", "open"]))
            #expect(try await project.autogen("upgrade", environment: values).status == 0)
            #expect(
                try await server.run("SELECT umoptions FROM pg_user_mappings", in: url) == "{password=o'pen,user=ada}\n"
            )
            #expect(try await project.done("diff", "live", "declared") == "no difference\n")
            try await clean(url, server)
        }
    }

    @Test func aChangeIsSeenAndShownToWhoAsks() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(url: url, schema: schema("new-one"))
            try await server.run(schema("old-one").replacing(";\n", with: ";"), in: url)
            let masked = try await project.autogen("diff", "live", "declared", "--format", "sql")
            #expect(masked.status == 1)
            #expect(
                masked.output.contains(
                    "ALTER USER MAPPING FOR PUBLIC SERVER disk OPTIONS (SET password 'masked-sha256-"))
            #expect(!masked.output.contains("-one"))
            let shown = try await project.autogen("diff", "live", "declared", "--format", "sql", "--show-secrets")
            #expect(
                shown.output.contains("ALTER USER MAPPING FOR PUBLIC SERVER disk OPTIONS (SET password 'new-one');"))
            #expect(!shown.output.contains("masked-sha256-"))
            let inspected = try await project.done("inspect", "--show-secrets")
            #expect(inspected.contains("password 'old-one', \"user\" 'ada'"))
            #expect(!(try await project.done("inspect", "--format", "json")).contains("old-one"))
            try await clean(url, server)
        }
    }

    @Test(arguments: [
        ["inspect", "postgresql://ada@127.0.0.1:1/d?passwrd=s3cret"],
        ["inspect", "host=127.0.0.1 port=1 passwrd=s3cret"],
        ["inspect", "host=127.0.0.1 port=1 scram_client_key=s3cret"], ["drift", "--urls-from", "echo s3cret; exit 3"],
        ["upgrade", "--urls-from", "s3cret-program"], ["drift", "--urls-from", "echo nonsense=s3cret"],
    ])
    func noMessageHasThem(_ arguments: [String]) async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);")
        let outcome = try await project.autogen(arguments)
        #expect(outcome.status > 0 && outcome.status < 4)
        // What the command itself says on standard error is its own.
        let ours = outcome.errors.split(separator: "\n").filter { !$0.contains("not found") }.joined()
        #expect(!outcome.output.contains("s3cret") && !ours.contains("s3cret"), "\(outcome)")
    }
}
