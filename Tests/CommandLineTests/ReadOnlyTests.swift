import Foundation
import Testing

/// Commands that look can be run by a role that may do nothing else.
@Suite struct ReadOnlyTests {
    private let schema = """
        CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);
        CREATE VIEW emails AS SELECT email FROM users;
        CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42';
        CREATE SEQUENCE numbers;

        """

    @Test func roleThatMayOnlyReadCatalogs() async throws {
        let server = try Server()
        let role = "autogen_reader_\(UUID().uuidString.prefix(8).lowercased())"
        try await server.run("CREATE ROLE \(role) LOGIN NOCREATEDB", in: "postgres")
        do {
            try await server.withDatabase { url in try await look(url, server, role) }
        } catch {
            try await server.run("DROP ROLE \(role)", in: "postgres")
            throw error
        }
        try await server.run("DROP ROLE \(role)", in: "postgres")
    }

    private func look(_ url: String, _ server: Server, _ role: String) async throws {
        let project = try await Project(url: url, schema: schema)
        try await project.done("revision", "-m", "users")
        try await project.done("upgrade")
        let reader = url.replacing("user=\(server.user)", with: "user=\(role)")
        await #expect(throws: Program.Missing.self) { try await server.run("CREATE TABLE t (id int)", in: reader) }

        let blind = try await project.autogen("drift", "--url", reader)
        #expect(blind.status == 0, "\(blind.output)\(blind.errors)")
        #expect(blind.output.contains("note: the role may not read public.autogen_version"))
        try await server.run("GRANT SELECT ON autogen_version TO \(role)", in: url)
        let sighted = try await project.autogen("drift", "--url", reader)
        #expect(sighted.status == 0 && !sighted.output.contains("note:"), "\(sighted.output)\(sighted.errors)")

        #expect(try await project.autogen("check", "--url", reader).status == 0)
        let checked = try await project.autogen("check", "--live", "--url", reader)
        #expect(checked.status == 0 && checked.output.hasPrefix("ok: "), "\(checked.output)\(checked.errors)")
        let inspected = try await project.autogen("inspect", "--url", reader)
        #expect(inspected.status == 0 && inspected.output.contains("CREATE TABLE public.users"))
        #expect(try await project.autogen("diff", reader, url).status <= 1)

        try await server.run("ALTER TABLE users ALTER email DROP NOT NULL; CREATE INDEX tmp ON users (email)", in: url)
        let drifted = try await project.autogen("drift", "--url", reader)
        #expect(drifted.status == 1)
        #expect(drifted.output.contains("~ column public.users.email: not null yes -> no"))
        #expect(drifted.output.contains("+ index public.tmp is not declared"))
        let failed = try await project.autogen("check", "--live", "--url", reader)
        #expect(failed.status == 1, "\(failed.output)\(failed.errors)")
        #expect(failed.output.contains("~ column public.users.email") && failed.output.contains("+ index public.tmp"))
        #expect(drifted.output.hasPrefix("host=") && drifted.output.contains("1 error, 1 warning"))
    }

    @Test func fileThatCannotBeWritten() async throws {
        let project = try await Project(schema: "CREATE TABLE users (id INTEGER PRIMARY KEY);\n")
        try await project.done("revision", "-m", "users")
        try await project.done("upgrade")
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: project.path("app.db"))
        let before = try project.contents()
        for arguments in [["drift"], ["check", "--live"], ["inspect"], ["diff", "live", "declared"]] {
            #expect(try await project.autogen(arguments).status == 0, "\(arguments)")
        }
        #expect(try project.contents() == before)
    }
}
