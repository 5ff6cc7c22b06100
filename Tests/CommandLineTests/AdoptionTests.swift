import Foundation
import Testing

/// A database that is there becomes a project: its schema as files, a first revision, and a stamp.
@Suite struct AdoptionTests {
    private func sqlite(_ sql: String, in project: Project, file: String = "app.db") async throws -> String {
        let run = try await Program.run("/usr/bin/env", ["sqlite3", "-bail", file, sql], in: project.folder)
        guard run.status == 0 else { throw Program.Missing(what: run.errors) }
        return run.output
    }

    /// Everything that holds of a project whose database was taken over.
    private func expectWhole(_ project: Project, _ environment: [String: String] = [:]) async throws {
        for arguments in [["diff", "declared", "live"], ["check"], ["check", "--live"], ["verify"], ["drift"]] {
            let outcome = try await project.autogen(arguments, environment: environment)
            #expect(outcome.status == 0, "\(arguments): \(outcome.output)\(outcome.errors)")
        }
        let upgrade = try await project.autogen("upgrade", environment: environment)
        #expect(upgrade.output == "nothing to do: the database has all these revisions\n")
    }

    private func schemaFiles(_ project: Project) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: project.path("schema"))
            .filter { $0.hasSuffix(".sql") }.sorted()
    }

    @Test func aSQLiteDatabase() async throws {
        let project = try Project()
        _ = try await sqlite(
            """
            CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer REFERENCES customers, at TEXT DEFAULT (datetime('now')));
            CREATE TABLE customers (id INTEGER PRIMARY KEY, last REFERENCES orders, email TEXT COLLATE NOCASE UNIQUE);
            CREATE TABLE "a/b: *c*" (x);
            CREATE TABLE ".hidden" (x);
            CREATE TABLE "\(String(repeating: "ö", count: 200))" (x);
            CREATE VIRTUAL TABLE notes USING fts5(body);
            CREATE VIEW newest AS SELECT * FROM orders;
            CREATE INDEX by_buyer ON orders (buyer) WHERE buyer IS NOT NULL;
            CREATE TRIGGER touch AFTER UPDATE ON orders BEGIN UPDATE customers SET last = new.id; END;
            CREATE TRIGGER through INSTEAD OF INSERT ON newest BEGIN INSERT INTO orders (id) VALUES (new.id); END;
            INSERT INTO customers (id, email) VALUES (1, 'ada@example.org');
            INSERT INTO orders (id, buyer) VALUES (7, 1);
            """, in: project)
        let before = try await sqlite(".dump", in: project)
        let outcome = try await project.autogen("init", "--url", "sqlite:app.db", "--from-database")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("made autogen.yaml\nwrote schema/tables/: 5 files\n"))
        #expect(outcome.errors == "proved: upgrade and downgrade ran in a scratch database and left no difference\n")
        let long = String(repeating: "ö", count: 60)
        #expect(
            try schemaFiles(project) == [
                "tables/%2Ehidden.sql", "tables/a%2Fb%3A %2Ac%2A.sql", "tables/customers.sql", "tables/orders.sql",
                "tables/\(long).sql", "views/newest.sql", "virtual_tables/notes.sql",
            ])
        let orders = try project.text("schema/tables/orders.sql")
        #expect(orders.contains("CREATE INDEX by_buyer") && orders.contains("CREATE TRIGGER touch"))
        try await expectWhole(project)
        #expect(try await sqlite("DROP TABLE autogen_version; SELECT 1", in: project) == "1\n")
        #expect(try await sqlite(".dump", in: project) == before)
    }

    /// The first revision makes the same schema elsewhere, and can be taken back.
    @Test func theBaselineMakesTheSameSchema() async throws {
        let project = try Project()
        _ = try await sqlite("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE VIEW v AS SELECT id FROM a", in: project)
        try await project.done("init", "--from-database")
        try await project.done("upgrade", "--url", "sqlite:other.db")
        #expect(try await project.done("diff", "sqlite:other.db", "sqlite:app.db") == "no difference\n")
        try await project.done("downgrade", "base", "--url", "sqlite:other.db")
        #expect(
            try await sqlite("SELECT name FROM sqlite_schema WHERE name IN ('a', 'v')", in: project, file: "other.db")
                == "")
    }

    @Test func whatIsThereStays() async throws {
        let project = try Project()
        _ = try await sqlite("CREATE TABLE a (id INT)", in: project)
        try project.write("CREATE TABLE b (id INT);\n", to: "schema/b.sql")
        let before = try project.contents()
        func refuse(_ message: String, status: Int32 = 2) async throws {
            let outcome = try await project.autogen("init", "--from-database")
            #expect(outcome.errors == "error: \(message)\n")
            #expect(outcome.status == status)
            #expect(outcome.output == "")
        }
        try await refuse("schema/b.sql is there already; nothing was changed")
        #expect(try project.contents() == before)
        try FileManager.default.removeItem(atPath: project.path("schema/b.sql"))
        try project.write(
            "-- revision: x\n-- down-revision: none\n-- dialect: sqlite\n-- upgrade\n-- downgrade\n",
            to: "revisions/x.sql")
        try await refuse("revisions/x.sql is there already; nothing was changed")
        try FileManager.default.removeItem(atPath: project.path("revisions/x.sql"))
        try await project.done("init", "--from-database")
        let made = try project.contents()
        for folder in ["schema", "revisions", "snapshots", "autogen.yaml"] {
            try FileManager.default.removeItem(atPath: project.path(folder))
        }
        let script = try #require(made.keys.first { $0.hasPrefix("revisions/") })
        try await refuse(
            "the database sqlite:app.db belongs to a project already: its table autogen_version names \(script)\n"
                + "autogen stamp --purge base in that project forgets it", status: 4)
        #expect(try project.files(".") == ["app.db"])
    }

    @Test func noDatabaseAndAnEmptyOne() async throws {
        let project = try Project()
        let none = try await project.autogen("init", "--from-database", "--url", "sqlite:none.db")
        #expect(none.errors == "error: sqlite:none.db: there is no such file\n")
        #expect(none.status == 2)
        #expect(try project.files(".") == [])
        _ = try await sqlite("CREATE TABLE a (id INT); DROP TABLE a", in: project)
        let empty = try await project.autogen("init", "--from-database")
        #expect(empty.status == 0)
        #expect(empty.errors == "the database is empty; next: write the schema as SQL into schema/\n")
        #expect(try project.files(".") == ["app.db", "autogen.yaml", "revisions", "schema", "snapshots"])
    }

    /// In a project that has its configuration, with its folders and rules.
    @Test func anExistingConfiguration() async throws {
        let project = try Project()
        _ = try await sqlite("CREATE TABLE a (id INT); CREATE TABLE tmp_b (id INT)", in: project)
        try project.write(
            """
            schema:
              source: [db/wanted]
            revisions:
              directory: db/steps
              snapshots: db/states
            objects:
              exclude:
                - table: tmp_*
            environments:
              default:
                url: sqlite:app.db
            """, to: "autogen.yaml")
        try await project.done("init", "--from-database")
        #expect(try project.files("db/wanted/tables") == ["a.sql"])
        #expect(try project.files("db/steps").count == 1 && project.files("db/states").count == 1)
        try await expectWhole(project)
    }

    @Test func aPostgresDatabase() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            try await server.run(Self.workshop, in: url)
            let rows = "SELECT (SELECT count(*) FROM part), (SELECT count(*) FROM \"Store\".shelf)"
            let project = try Project()
            let environment = ["DATABASE_URL": url]
            let before = try await dump(url)
            let outcome = try await project.autogen(
                ["init", "--url", "${DATABASE_URL}", "--from-database", "-v"], environment: environment)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try project.text("autogen.yaml").contains("url: ${DATABASE_URL}"))
            #expect(
                try schemaFiles(project) == [
                    "Store/tables/shelf.sql", "domains/weight.sql", "enums/state.sql", "functions/guard.sql",
                    "functions/price.sql", "operators/%21%2B.sql", "schemas/Store.sql", "sequences/loose.sql",
                    "tables/Part-2.sql", "tables/log.sql", "tables/maker.sql", "tables/part.sql", "views/heavy.sql",
                    "zz_last/default_privileges.sql", "zz_last/watch.sql",
                ])
            let log = try project.text("schema/tables/log.sql")
            #expect(log.contains("log_2026") && log.contains("COMMENT ON TABLE") && log.contains("GRANT SELECT"))
            try await expectWhole(project, environment)
            try await server.run("DROP TABLE autogen_version", in: url)
            #expect(try await dump(url) == before)
            #expect(try await server.run(rows, in: url) == "2|1\n")
        }
    }

    private func dump(_ url: String) async throws -> String {
        let bin = try #require(ProcessInfo.processInfo.environment["PGBIN"])
        let run = try await Program.run("\(bin)/pg_dump", ["-d", url], in: "/")
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split(separator: "\n").filter { !$0.contains("restrict ") }.joined(separator: "\n")
    }

    /// Tables that need each other, names that differ in their capitals, overloads, and what acts on objects to come.
    private static let workshop = """
        CREATE SCHEMA "Store";
        CREATE DOMAIN weight AS numeric CHECK (VALUE > 0);
        CREATE TYPE state AS ENUM ('new', 'old');
        CREATE TABLE part (id serial PRIMARY KEY, heavy weight, state state DEFAULT 'new', maker int);
        CREATE TABLE maker (id int PRIMARY KEY, best int REFERENCES part);
        ALTER TABLE part ADD CONSTRAINT made_by FOREIGN KEY (maker) REFERENCES maker DEFERRABLE;
        CREATE SEQUENCE loose START 5;
        CREATE TABLE "Part" (id int DEFAULT nextval('loose'));
        CREATE FUNCTION price(int) RETURNS int LANGUAGE sql RETURN $1 * 2;
        CREATE FUNCTION price(part) RETURNS int LANGUAGE sql AS $$ SELECT price($1.id) FROM part $$;
        CREATE OPERATOR !+ (FUNCTION = price, RIGHTARG = int);
        CREATE VIEW heavy AS SELECT p.*, price(p) AS cost FROM part p WHERE p.heavy > 10;
        CREATE TABLE "Store".shelf (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, holds int REFERENCES part);
        CREATE TABLE log (at date NOT NULL, what text) PARTITION BY RANGE (at);
        CREATE TABLE log_2026 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE INDEX log_at ON log (at);
        COMMENT ON TABLE log IS 'it''s all here';
        GRANT SELECT ON log TO PUBLIC;
        INSERT INTO part (heavy) VALUES (1), (2);
        INSERT INTO "Store".shelf (holds) VALUES (1);
        CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
        ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
        CREATE EVENT TRIGGER watch ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION guard();
        ALTER EVENT TRIGGER watch DISABLE;
        """
}
