import Foundation
import TestSupport
import Testing

/// A hot fix in one of three databases is taken over by one command, and the others get it.
@Suite struct HotFixTests {
    private static func project(_ urls: [String], _ files: [String: String]) async throws -> Project {
        let project = try Project()
        try await project.done("init", "--url", urls[0])
        let environments = zip(["one", "two", "three"], urls).map { "  \($0):\n    url: \"\($1)\"\n" }.joined()
        try project.write("schema:\n  source: [schema]\nenvironments:\n\(environments)", to: "autogen.yaml")
        for (name, text) in files { try project.write(text, to: name) }
        try await project.done("revision", "-m", "first", "--env", "one", "--rev-id", "r1")
        for name in ["one", "two", "three"] { try await project.done("upgrade", "--env", name) }
        return project
    }

    private static let table = """
        -- What is sold.
        CREATE TABLE product (
            id integer PRIMARY KEY,
            name text NOT NULL,
            price integer NOT NULL DEFAULT 0  -- in cents
        );

        """

    private static func onThree(_ body: ([String]) async throws -> Void) async throws {
        let server = try Server()
        try await server.withDatabase { one in
            try await server.withDatabase { two in
                try await server.withDatabase { three in try await body([one, two, three]) }
            }
        }
    }

    @Test func onPostgreSQL() async throws {
        let function = """
            CREATE FUNCTION dearest() RETURNS integer
            LANGUAGE sql STABLE
            AS $$
                SELECT max(price) FROM product
            $$;

            """
        try await Self.onThree { urls in
            let project = try await Self.project(
                urls, ["schema/product.sql": Self.table, "schema/dearest.sql": function])
            try await project.run("INSERT INTO product VALUES (1, 'pen', 120)", on: urls[1])
            try await project.run(
                """
                CREATE INDEX product_name_idx ON product (name);
                ALTER TABLE product ADD COLUMN stock integer NOT NULL DEFAULT 1;
                CREATE OR REPLACE FUNCTION dearest() RETURNS integer LANGUAGE sql STABLE AS $$
                    SELECT coalesce(max(price), 0) FROM product
                $$
                """, on: urls[0])
            let adopted = try await project.autogen(
                "drift", "--env", "one", "--adopt", "all", "-m", "the hot fix of Monday")
            #expect(adopted.status == 0, "\(adopted.errors)")
            #expect(
                adopted.output.contains(
                    """
                    took over function public.dearest()
                    took over column public.product.stock
                    took over index public.product_name_idx
                      edited schema/dearest.sql
                      edited schema/product.sql
                    wrote revisions/
                    """), "\(adopted.output)")
            #expect(
                adopted.output.hasSuffix(
                    """
                    one: recorded as applied
                    two: autogen upgrade will run it
                    three: autogen upgrade will run it

                    """), "\(adopted.output)")
            #expect(
                try project.text("schema/product.sql") == """
                    -- What is sold.
                    CREATE TABLE product (
                        id integer PRIMARY KEY,
                        name text NOT NULL,
                        price integer NOT NULL DEFAULT 0,  -- in cents
                        stock integer DEFAULT 1 NOT NULL
                    );

                    CREATE INDEX product_name_idx ON product (name);

                    """)
            #expect(
                try project.text("schema/dearest.sql")
                    == function.replacing("max(price)", with: "coalesce(max(price), 0)"))
            try await project.done("check", "--env", "one")
            for name in ["one", "two", "three"] { try await project.done("upgrade", "--env", name) }
            var dumps: [String] = []
            for (name, url) in zip(["one", "two", "three"], urls) {
                try await project.done("drift", "--env", name)
                let dump = try TestServer.run("pg_dump", ["--schema-only", "-T", "autogen_version", url])
                let lines = dump.split(separator: "\n").filter { !$0.contains("restrict") }
                dumps.append(lines.joined(separator: "\n"))
            }
            #expect(dumps[0].contains("stock integer") && dumps[0] == dumps[1] && dumps[1] == dumps[2])
            #expect(try await project.run("SELECT price, stock FROM product", on: urls[1]) == "120|1\n")
        }
    }

    /// One database has all of it already, one has a part of it and something else of the same table.
    @Test func whatOthersHaveAlready() async throws {
        let urls = ["sqlite:one.db", "sqlite:two.db", "sqlite:three.db"]
        let project = try await Self.project(urls, ["schema/product.sql": Self.table])
        let index = "CREATE INDEX by_name ON product (name)"
        let column = "ALTER TABLE product ADD COLUMN stock INTEGER DEFAULT 1"
        for url in urls.prefix(2) { try await project.run("\(index); \(column)", on: url) }
        try await project.run(index, on: urls[2])
        let adopted = try await project.autogen("drift", "--env", "one", "--adopt", "all")
        let id = try #require(try project.files("snapshots").first { !$0.hasPrefix("r1") }).dropLast(5)
        #expect(
            adopted.output.hasSuffix(
                """
                one: recorded as applied
                two: autogen upgrade will only record it, since all of it is there
                three: autogen upgrade will stop: sqlite:three.db has a part of what revision \(id) takes over, and not all of it:
                    + index main.by_name

                """), "\(adopted.output)\(adopted.errors)")
        let script = try project.text(
            "revisions/\(try #require(try project.files("revisions").last { !$0.contains("_r1_") }))")
        #expect(script.contains("\n-- adopts: index main.by_name\n-- adopts: column main.product.stock\n"))
        #expect(
            try project.text("schema/product.sql").contains("price integer NOT NULL DEFAULT 0,  -- in cents\n    stock")
        )
        let only = try await project.autogen("upgrade", "--env", "two", "--preflight", "only")
        #expect(only.status == 0, "\(only.errors)")
        let preview = try await project.done("upgrade", "--env", "two", "--dry-run")
        #expect(preview.contains("it is recorded, and nothing runs") && !preview.contains("CREATE INDEX"), "\(preview)")
        let two = try await project.autogen("upgrade", "--env", "two")
        #expect(two.status == 0 && two.errors.contains("recorded and not run"), "\(two.errors)")
        try await project.done("drift", "--env", "two")
        let three = try await project.autogen("upgrade", "--env", "three")
        #expect(three.status == 4, "\(three.output)")
        #expect(three.errors.contains("autogen drift"), "\(three.errors)")
        try await project.run("DROP INDEX by_name", on: urls[2])
        try await project.done("upgrade", "--env", "three")
        for name in ["one", "two", "three"] { try await project.done("drift", "--env", name) }
        // Taken back, it is run and not recorded again.
        try await project.done("downgrade", "--env", "two", "--allow", "data-loss", "--", "-1")
        let again = try await project.autogen("upgrade", "--env", "two")
        #expect(again.status == 0 && !again.errors.contains("not run"), "\(again.errors)")
        try await project.done("drift", "--env", "two")
    }

    /// Nothing is written where something is left to decide, and single findings are taken.
    @Test func oneFindingAndRefusals() async throws {
        try await Project.onBoth { url, schema in
            let project = try await Project(url: url, schema: Self.table)
            try await project.done("revision", "-m", "first", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("INSERT INTO product VALUES (1, 'pen', 120)", on: url)
            try await project.run("ALTER TABLE product DROP COLUMN price", on: url)
            try await project.run("CREATE INDEX by_name ON product (name)", on: url)
            let before = try project.contents().filter { !$0.key.hasSuffix(".db") }
            let unknown = try await project.autogen("drift", "--adopt", "abc")
            #expect(unknown.status == 2 && unknown.errors.contains("  index \(schema).by_name"), "\(unknown.errors)")
            let refused = try await project.autogen("drift", "--adopt", "all")
            #expect(refused.status == 4, "\(refused.errors)")
            #expect(refused.errors.contains("--drop 'column \(schema).product.price'"), "\(refused.errors)")
            #expect(try project.contents().filter { !$0.key.hasSuffix(".db") } == before)
            let report = try await project.autogen("drift", "--format", "json")
            let id = try #require(Self.id(of: "index \(schema).by_name", in: report.output), "\(report.output)")
            try await project.done("drift", "--adopt", id, "-m", "an index")
            #expect(try project.text("schema/schema.sql") == Self.table + "\nCREATE INDEX by_name ON product (name);\n")
            let left = try await project.autogen("drift")
            #expect(left.status == 1 && left.output.contains("product.price is missing"), "\(left.output)")
            try await project.done("drift", "--adopt", "all", "--drop", "column \(schema).product.price")
            #expect(try await project.autogen("drift", "--adopt", "all").output.hasPrefix("nothing to take over"))
            try await project.done("check")
        }
    }

    /// What is declared and has no revision yet, or is changed by a revision that the database lacks, is in the way.
    @Test func whatIsInTheWay() async throws {
        let project = try await Project(schema: Self.table)
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try await project.run("CREATE INDEX by_name ON product (name)", on: "sqlite:app.db")
        try project.write(Self.table + "CREATE TABLE shop (id INTEGER);\n", to: "schema/schema.sql")
        let uncovered = try await project.autogen("drift", "--adopt", "all")
        #expect(uncovered.status == 1 && uncovered.errors.contains("no revision brings"), "\(uncovered.errors)")
        try await project.done("revision", "-m", "shop", "--from", "head")
        // A revision that is about something else is not in the way, and the database is not at the head.
        let behind = try await project.autogen("drift", "--adopt", "all")
        #expect(behind.status == 0 && behind.output.contains("will only record it"), "\(behind.errors)")
        let upgraded = try await project.autogen("upgrade")
        #expect(upgraded.status == 0 && upgraded.errors.contains("recorded and not run"), "\(upgraded.errors)")
        try await project.done("drift")
        try await project.run("ALTER TABLE shop ADD COLUMN name TEXT", on: "sqlite:app.db")
        try project.write(
            project.text("schema/schema.sql").replacing("shop (id INTEGER)", with: "shop (id INTEGER, name INTEGER)"),
            to: "schema/schema.sql")
        try await project.done("revision", "-m", "name", "--from", "head")
        let pending = try await project.autogen("drift", "--adopt", "all")
        #expect(pending.status == 1 && pending.errors.contains("that the database lacks"), "\(pending.errors)")
    }

    /// What a revision in between makes anew is not there any more when the turn of the takeover comes.
    @Test func whatIsMadeAnewInBetween() async throws {
        let urls = ["sqlite:one.db", "sqlite:two.db", "sqlite:three.db"]
        let project = try await Self.project(urls, ["schema/product.sql": Self.table])
        try project.write(
            Self.table.replacing("name text NOT NULL", with: "name text NOT NULL CHECK (name <> '')"),
            to: "schema/product.sql")
        try await project.done("revision", "-m", "second", "--env", "one")
        try await project.done("upgrade", "--env", "one")
        for url in urls.prefix(2) { try await project.run("ALTER TABLE product ADD COLUMN nick TEXT", on: url) }
        let adopted = try await project.done("drift", "--env", "one", "--adopt", "all")
        #expect(adopted.contains("two: autogen upgrade will stop"), "\(adopted)")
        let stopped = try await project.autogen("upgrade", "--env", "two")
        #expect(stopped.status == 4, "\(stopped.errors)")
        #expect(try await project.run("SELECT count(*) FROM pragma_table_info('product')", on: urls[1]) == "4\n")
    }

    /// The script is recorded as its hooks leave it, and where it can't be recorded, the next upgrade does that.
    @Test func hooksAndRecords() async throws {
        let project = try await Project(schema: Self.table)
        let configuration = try project.text("autogen.yaml")
        try project.write(
            configuration.replacing(
                "  directory: revisions",
                with: "  directory: revisions\n  hooks:\n    - exec: \"sed -i '$a-- seen' {file}\""),
            to: "autogen.yaml")
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try await project.run("CREATE INDEX by_name ON product (name)", on: "sqlite:app.db")
        let adopted = try await project.autogen("drift", "--adopt", "all")
        #expect(adopted.status == 0 && adopted.output.contains("recorded as applied"), "\(adopted.errors)")
        try await project.done("drift")
        try await project.done("check")
    }

    /// A column of a table that has another name comes with that name; a convention for names holds for edited files, too.
    @Test func aColumnUnderAnotherName() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE users (id int, email text UNIQUE);\n")
            let configuration = try project.text("autogen.yaml")
            try project.write(configuration + "naming:\n  unique: uq_{table}_{columns}\n", to: "autogen.yaml")
            try await project.done("revision", "-m", "first")
            try await project.done("upgrade")
            try await project.run("ALTER TABLE users RENAME TO people; ALTER TABLE people ADD x int", on: url)
            try await project.run("CREATE INDEX by_x ON people (x)", on: url)
            let report = try await project.autogen("drift", "--format", "json")
            let id = try #require(Self.id(of: "column public.people.x", in: report.output), "\(report.output)")
            let adopted = try await project.done("drift", "--adopt", id)
            #expect(adopted.hasPrefix("took over column public.people.x\ntook over table public.users\n"), "\(adopted)")
            #expect(
                try project.text("schema/schema.sql")
                    == "CREATE TABLE people (id int, email text, x integer, CONSTRAINT uq_users_email UNIQUE (email));\n"
            )
            let left = try await project.autogen("drift")
            #expect(left.status == 1 && left.output.contains("by_x is not declared"), "\(left.output)")
            #expect(!left.output.contains("people.x"), "\(left.output)")
        }
    }

    private static func id(of name: String, in report: String) -> String? {
        let data = Data(report.utf8)
        guard let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let findings = all["findings"] as? [[String: Any]]
        else { return nil }
        return findings.first { ($0["subject"] as? [String: Any])?["name"] as? String == name }?["id"] as? String
    }
}
