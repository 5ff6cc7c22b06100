import Foundation
import Testing

/// Whoever reads a database, and wherever scratch databases are made: owners are those that `upgrade` makes.
@Suite struct RoleTests {
    private let schema = """
        CREATE SCHEMA shop;
        CREATE TABLE shop.orders (id bigint PRIMARY KEY, note text);
        CREATE VIEW shop.notes AS SELECT note FROM shop.orders;
        CREATE FUNCTION shop.total() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM shop.orders';
        CREATE TYPE shop.mood AS ENUM ('good');
        ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO {reader};
        REVOKE DELETE ON shop.orders FROM CURRENT_USER;
        GRANT USAGE ON SCHEMA shop TO {reader};
        GRANT SELECT ON shop.orders TO {reader};
        ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON shop.orders TO CURRENT_USER, {reader} USING (true);

        """

    private struct Roles {
        let app: String
        let reader: String
        let maker: String
    }

    /// A database of `app`, which `reader` may only read, and another of `maker`, who makes scratch databases.
    private func withRoles(_ body: (Server, Roles, _ live: String, _ scratch: String) async throws -> Void) async throws
    {
        let server = try Server()
        let mark = UUID().uuidString.prefix(8).lowercased()
        let roles = Roles(app: "role_app_\(mark)", reader: "role_reader_\(mark)", maker: "role_maker_\(mark)")
        try await server.run(
            """
            CREATE ROLE \(roles.app) LOGIN; CREATE ROLE \(roles.reader) LOGIN;
            CREATE ROLE \(roles.maker) LOGIN CREATEDB CREATEROLE
            """, in: "postgres")
        let result: Result<Void, any Error>
        do {
            try await server.withDatabase { live in
                try await server.run("ALTER DATABASE \(name(of: live)) OWNER TO \(roles.app)", in: live)
                try await server.withDatabase { scratch in
                    try await body(
                        server, roles, live, scratch.replacing("user=\(server.user)", with: "user=\(roles.maker)"))
                }
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await server.run("DROP ROLE \(roles.app), \(roles.reader), \(roles.maker)", in: "postgres")
        try result.get()
    }

    private func name(of url: String) -> String { String(url.split(separator: "=").last ?? "") }

    private func done(_ project: Project, _ arguments: [String]) async throws -> String {
        let outcome = try await project.autogen(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.output)\(outcome.errors)")
        return outcome.output
    }

    /// A project whose scratch databases are made elsewhere.
    private func project(_ url: String, scratch: String, _ schema: String) async throws -> Project {
        let project = try await Project(url: url, schema: schema)
        try project.write(
            """
            environments:
              default:
                url: "\(url)"
                scratch: "\(scratch)"

            """, to: "autogen.yaml")
        return project
    }

    @Test(arguments: ["local", "url"]) func aRoleThatMayOnlyRead(_ kind: String) async throws {
        try await withRoles { server, roles, live, url in
            let scratch = kind == "url" ? url : kind
            let declared = schema.replacing("{reader}", with: roles.reader)
            let app = live.replacing("user=\(server.user)", with: "user=\(roles.app)")
            let reader = live.replacing("user=\(server.user)", with: "user=\(roles.reader)")
            let project = try await project(app, scratch: scratch, declared)
            _ = try await done(project, ["revision", "-m", "shop"])
            _ = try await done(project, ["upgrade"])
            try await server.run("GRANT SELECT ON autogen_version TO \(roles.reader)", in: live)
            for look in [["check"], ["check", "--live"], ["drift"], ["diff", "live", "declared"], ["verify"]] {
                _ = try await done(project, look)
                _ = try await done(project, look + ["--url", reader])
            }
            try project.write(declared + "CREATE TABLE shop.more (id bigint);\n", to: "schema/schema.sql")
            let written = try await done(project, ["revision", "-m", "more", "--url", reader])
            let script = try project.files("revisions").filter { $0.hasSuffix("_more.sql") }
            #expect(written.contains("+ table shop.more"), "\(written)")
            #expect(try !project.text("revisions/\(script.first ?? "")").contains("OWNER"))
            _ = try await done(project, ["upgrade"])
            #expect(try await done(project, ["drift", "--url", reader]).contains("no drift"))

            // What somebody else owns is a difference for everybody.
            try await server.run("ALTER TABLE shop.more OWNER TO \(server.user)", in: live)
            for url in [app, reader] {
                let drifted = try await project.autogen("drift", "--url", url)
                #expect(drifted.status == 1 && drifted.output.contains("owner"), "\(drifted.output)\(drifted.errors)")
            }
        }
    }

    @Test(arguments: ["local", "url"]) func takenOverByARoleThatMayOnlyRead(_ kind: String) async throws {
        try await withRoles { server, roles, live, url in
            let app = live.replacing("user=\(server.user)", with: "user=\(roles.app)")
            let reader = live.replacing("user=\(server.user)", with: "user=\(roles.reader)")
            try await server.run(schema.replacing("{reader}", with: roles.reader), in: app)
            let project = try Project()
            try project.write(
                """
                environments:
                  default:
                    url: "\(reader)"
                    scratch: "\(kind == "url" ? url : kind)"

                """, to: "autogen.yaml")
            let outcome = try await project.autogen("init", "--from-database")
            #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
            #expect(outcome.errors.contains("proved: "))
            #expect(outcome.errors.contains("autogen stamp head"))
            for file in try FileManager.default.subpathsOfDirectory(atPath: project.folder) where file.hasSuffix(".sql")
            {
                #expect(try !project.text(file).contains("OWNER TO"), "\(file)")
            }
            _ = try await done(project, ["stamp", "head", "--url", app])
            try await server.run("GRANT SELECT ON autogen_version TO \(roles.reader)", in: live)
            for url in [app, reader] {
                for look in [["check", "--live"], ["drift"], ["diff", "live", "declared"]] {
                    _ = try await done(project, look + ["--url", url])
                }
            }
        }
    }

    /// As dumps write it: what is declared of the role by its name is said of whoever migrates.
    @Test(arguments: ["local", "same-server", "url"]) func theMigratingRoleByItsName(_ kind: String) async throws {
        try await withRoles { server, roles, live, url in
            let app = live.replacing("user=\(server.user)", with: "user=\(roles.app)")
            if kind == "same-server" {
                try await server.run("ALTER ROLE \(roles.app) CREATEDB CREATEROLE", in: "postgres")
            }
            let declared = """
                CREATE SCHEMA AUTHORIZATION "\(roles.app)";
                CREATE SCHEMA shop AUTHORIZATION \(roles.app)
                    CREATE TABLE early (id int) GRANT SELECT ON early TO \(roles.app);
                ALTER DEFAULT PRIVILEGES FOR ROLE \(roles.app) IN SCHEMA shop GRANT SELECT ON TABLES TO \(roles.reader);
                CREATE TABLE shop.orders (id bigint PRIMARY KEY, note text);
                ALTER TABLE shop.orders OWNER TO \(roles.app);
                REVOKE DELETE ON shop.orders FROM \(roles.app);
                GRANT UPDATE ON shop.orders TO \(roles.reader) GRANTED BY \(roles.app);
                ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON shop.orders TO \(roles.reader), \(roles.app) USING (true);
                SET ROLE \(roles.app);
                CREATE VIEW shop.notes AS SELECT note FROM shop.orders;

                """
            // What the role makes of it by itself is what is to come out.
            try await server.run(declared, in: app)
            let project = try await project(app, scratch: kind == "url" ? url : kind, declared)
            #expect(try await done(project, ["diff", "declared", "live"]) == "no difference\n")
            try await server.run("DROP SCHEMA shop CASCADE; DROP SCHEMA \(roles.app)", in: app)
            _ = try await done(project, ["revision", "-m", "shop"])
            _ = try await done(project, ["upgrade"])
            for look in [["check", "--live"], ["drift"], ["diff", "live", "declared"], ["verify"]] {
                _ = try await done(project, look)
            }
        }
    }

    @Test func rolesOfAnotherName() async throws {
        try await withRoles { server, roles, live, _ in
            let declared = """
                CREATE TABLE public.t (id bigint);
                GRANT SELECT ON t TO \(roles.maker);

                """
            let project = try await Project(url: live, schema: declared)
            _ = try await done(project, ["revision", "-m", "t"])
            _ = try await done(project, ["upgrade"])
            try await server.run(
                "REVOKE SELECT ON t FROM \(roles.maker); GRANT SELECT ON t TO \(roles.reader)", in: live)
            #expect(try await project.autogen("drift").status == 1)
            let configuration = try project.text("autogen.yaml")
            try project.write("\(configuration)\nroles:\n  \(roles.reader): \(roles.maker)\n", to: "autogen.yaml")
            for look in [["drift"], ["check", "--live"], ["diff", "live", "declared"]] {
                _ = try await done(project, look)
            }
        }
    }
}
