import Foundation
import Testing

/// What somebody changed by hand stops the revisions that are about it, and no others; what an environment protects is
/// asked about when it happens.
@Suite struct GateTests {
    private static let schema = """
        CREATE TABLE users (id integer PRIMARY KEY, name text);
        CREATE TABLE orders (id integer PRIMARY KEY, buyer integer);
        CREATE VIEW names AS SELECT name FROM users;
        """

    /// A database at the first revision, and a second one that adds a column to `users`.
    private func withPending(
        _ body: (_ project: Project, _ url: String) async throws -> Void
    ) async throws {
        try await Project.onBoth { url, _ in
            let project = try await Project(url: url, schema: Self.schema)
            try await project.done("revision", "-m", "first", "--rev-id", "aaaaaaaaaaaa")
            try await project.done("upgrade")
            try project.write(
                Self.schema.replacing("name text", with: "name text, email text"), to: "schema/schema.sql")
            try await project.done("revision", "-m", "second", "--rev-id", "bbbbbbbbbbbb")
            try await body(project, url)
        }
    }

    @Test(arguments: [
        "ALTER TABLE users ADD COLUMN age integer", "CREATE INDEX by_name ON users (name)",
        "ALTER TABLE users RENAME COLUMN name TO label",
        "DROP VIEW names; DROP TABLE users; CREATE TABLE users (id text)",
    ])
    func stopsOnWhatIsTouched(_ change: String) async throws {
        try await withPending { project, url in
            try await project.run(change, on: url)
            let before = try await project.run("SELECT revision FROM autogen_version", on: url)
            let refused = try await project.autogen("upgrade")
            #expect(refused.status == 4, "\(change): \(refused.output)\(refused.errors)")
            #expect(refused.errors.contains("what these revisions change is not what revision aaaaaaaaaaaa left in"))
            #expect(refused.errors.contains("users") || refused.errors.contains("by_name"), "\(refused.errors)")
            #expect(refused.errors.contains("autogen drift") && refused.errors.contains("--allow drift"))
            #expect(try await project.run("SELECT revision FROM autogen_version", on: url) == before)
        }
    }

    @Test func allowsIt() async throws {
        try await withPending { project, url in
            try await project.run("CREATE INDEX by_name ON users (name)", on: url)
            try await project.done("upgrade", "--allow", "drift")
        }
    }

    @Test(arguments: [
        "ALTER TABLE orders ADD COLUMN price integer", "CREATE INDEX by_buyer ON orders (buyer)",
        "CREATE TABLE notes (text text)", "CREATE VIEW ids AS SELECT id FROM orders",
    ])
    func passesWhatIsNot(_ change: String) async throws {
        try await withPending { project, url in
            try await project.run(change, on: url)
            let done = try await project.autogen("upgrade")
            #expect(done.status == 0, "\(change): \(done.errors)")
            #expect(done.errors.contains("changed by hand that these revisions do not touch"), "\(done.errors)")
        }
    }

    @Test func isSilentWhereNothingWas() async throws {
        try await withPending { project, _ in
            let done = try await project.autogen("upgrade")
            #expect(done.status == 0 && done.errors.isEmpty, "\(done.errors)")
            let back = try await project.autogen("downgrade", "-1")
            #expect(back.status == 0 && back.errors.isEmpty, "\(back.errors)")
        }
    }

    @Test func stopsADowngrade() async throws {
        try await withPending { project, url in
            try await project.done("upgrade")
            try await project.run("ALTER TABLE users ADD COLUMN age integer", on: url)
            let refused = try await project.autogen("downgrade", "-1", "--allow", "data-loss")
            #expect(
                refused.status == 4 && refused.errors.contains("revision bbbbbbbbbbbb left in"), "\(refused.errors)")
        }
    }

    @Test func asksAboutWhatIsProtected() async throws {
        try await Project.onBoth { url, schema in
            let project = try await Project(url: url, schema: Self.schema)
            try await project.done("revision", "-m", "first")
            try await project.done("upgrade")
            try await project.run("INSERT INTO orders VALUES (1, 2)", on: url)
            let configuration = try project.text("autogen.yaml")
            try project.write(Self.schema.replacing(", buyer integer", with: ""), to: "schema/schema.sql")
            try await project.done("revision", "-m", "second", "--drop", "orders.buyer")
            try project.write(
                configuration.replacing("    url: \(url)", with: "    url: \(url)\n    protect: [data-loss]"),
                to: "autogen.yaml")
            #expect(try project.text("autogen.yaml").contains("protect"))
            let refused = try await project.autogen("upgrade")
            #expect(refused.status == 4 && refused.errors.contains("this loses values"), "\(refused.errors)")
            #expect(
                refused.errors.contains("column \(schema).orders.buyer, 1 row")
                    && refused.errors.contains("nothing was applied"))
            let wrong = try await project.autogen("upgrade", "--drop", "orders.other")
            #expect(wrong.status == 2, "\(wrong.errors)")
            let done = try await project.autogen("upgrade", "--drop", "orders.buyer", "-q")
            #expect(done.status == 0, "\(done.errors)")
            // Also where only results and errors are wanted.
            #expect(done.errors.contains("loses: column \(schema).orders.buyer, 1 row"))
            let back = try await project.autogen("downgrade", "base")
            #expect(back.status == 4 && back.errors.contains("nothing was taken back"), "\(back.errors)")
        }
    }

    /// Each revision is told when it is done, and where a run ended, how far it came.
    @Test func tellsHowFarItCame() async throws {
        try await Project.onBoth { url, _ in
            let project = try await Project(url: url, schema: "")
            let dialect = url.hasPrefix("sqlite:") ? "sqlite" : "postgresql"
            try project.writeRevision("r1", dialect, upgrade: "CREATE TABLE a (x integer);", downgrade: "")
            try project.writeRevision("r2", after: "r1", dialect, upgrade: "CREATE TABLE b (x integer);", downgrade: "")
            try project.writeRevision("r3", after: "r2", dialect, upgrade: "CREATE TABLE a (x integer);", downgrade: "")
            let failed = try await project.autogen("upgrade")
            #expect(
                failed.status == 3 && failed.output == "upgraded to r1  r1\nupgraded to r2  r2\n", "\(failed.output)")
            #expect(failed.errors.hasPrefix("2 of 3 applied, now at r2; \"r3\" was not:\n"), "\(failed.errors)")
        }
    }

    @Test func printsQueriesForAPerson() async throws {
        try await Project.onBoth { url, _ in
            let project = try await Project(url: url, schema: Self.schema)
            try await project.done("revision", "-m", "first", "--rev-id", "aaaaaaaaaaaa")
            let unique = Self.schema + "CREATE UNIQUE INDEX by_name ON users (name);"
            try project.write(unique, to: "schema/schema.sql")
            try await project.done("upgrade")
            try await project.done("revision", "-m", "second")
            let script = try await project.done("upgrade", "aaaaaaaaaaaa:head", "--sql")
            let query = try #require(script.split(separator: "\n").first { $0.hasPrefix("--   SELECT") })
            #expect(script.contains("no two rows of"), "\(script)")
            let sql = String(query.dropFirst(5))
            #expect(try await project.run(sql, on: url) == "")
            try await project.run("INSERT INTO users VALUES (4, 'x'), (7, 'x')", on: url)
            #expect(try await project.run(sql, on: url) == "4\n7\n")
            #expect(
                try await !project.done("upgrade", "aaaaaaaaaaaa:head", "--sql", "--preflight", "off").contains("--   ")
            )
        }
    }

    @Test func driftWaitsForNoDeployment() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(url: url, schema: "")
            try project.writeRevision(
                "r1", "postgresql", upgrade: "CREATE TABLE a (x integer); SELECT pg_sleep(3);", downgrade: "")
            async let upgrade = project.autogen("upgrade")
            try await Task.sleep(for: .seconds(1))
            let drift = try await project.autogen("drift")
            #expect(drift.status == 3 && drift.errors.contains("a deployment is in progress"), "\(drift.errors)")
            #expect(try await upgrade.status == 0)
        }
    }

    /// A role that may read the tables is told what others would be, and nothing is written.
    @Test func aReaderMayLook() async throws {
        let server = try Server()
        let role = "reader_\(UUID().uuidString.prefix(8).lowercased())"
        try await server.withDatabase { url in
            let project = try await Project(url: url, schema: "")
            try project.writeRevision(
                "r1", "postgresql", upgrade: "CREATE TABLE a (id integer PRIMARY KEY, x text);", downgrade: "")
            try await project.done("upgrade")
            try await project.run(
                """
                INSERT INTO a VALUES (1, 'x'), (2, NULL); CREATE ROLE \(role) LOGIN; GRANT SELECT ON a, autogen_version TO \(role);
                """, on: url)
            try project.writeRevision(
                "r2", after: "r1", "postgresql",
                upgrade: "ALTER TABLE a ALTER x SET NOT NULL;\nALTER TABLE a ALTER x TYPE integer USING x::integer;",
                downgrade: "")
            let reader = url.replacing("user=\(server.user)", with: "user=\(role)")
            #expect(reader != url)
            let look = try await project.autogen("upgrade", "--preflight", "only", "--url", reader)
            #expect(look.status == 4 && look.errors.contains("1 row of a has x NULL (id 2)"), "\(look.errors)")
            #expect(
                look.errors.contains("1 row of a has a value in x that does not fit integer (id 1)"), "\(look.errors)")
            try await project.run("DROP OWNED BY \(role); DROP ROLE \(role)", on: url)
        }
    }
}
