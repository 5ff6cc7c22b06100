import Foundation
import Testing

/// The main job on PostgreSQL, and what only happens there.
@Suite struct PostgresTests {
    @Test func mainJobAndScriptForPsql() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(
                url: url,
                schema: """
                    CREATE TABLE "Order" ("a ""quoted"" name" text, "Größe" int DEFAULT 1, "user" bigint PRIMARY KEY);
                    CREATE TYPE mood AS ENUM ('sad', 'ok');
                    CREATE TABLE \(String(repeating: "n", count: 63)) (id serial PRIMARY KEY, m mood,
                        o bigint REFERENCES "Order" ("user"));

                    """)
            try await project.done("revision", "-m", "First")
            try await project.done("upgrade")
            try project.write(
                """
                CREATE TABLE "Order" ("a ""quoted"" name" text NOT NULL, "Größe" bigint, "user" bigint PRIMARY KEY);
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; /* ; */ END $$;

                """, to: "schema/schema.sql")
            let script = try await project.autogen("diff", "live", "declared", "--format", "sql")
            #expect(script.status == 1)
            #expect(script.errors == "")
            try project.write(script.output, to: "change.sql")
            let run = try await Program.run(
                "/usr/bin/env",
                ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", project.path("change.sql")], in: "/")
            #expect(run.status == 0, "\(run.errors)")
            let equal = try await project.autogen("diff", "declared", url, "--format", "sql")
            #expect(equal.output == "")
            #expect(equal.status == 0)
        }
    }

    /// An interrupt rolls back what is under way and leaves no scratch database and no lock.
    @Test func interrupt() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE a ();")
            try project.write(
                """
                -- revision: aaaaaaaaaaaa
                -- down-revision: none
                -- dialect: postgresql
                -- upgrade
                CREATE TABLE a ();
                SELECT pg_sleep(600);
                -- downgrade
                """, to: "revisions/a.sql")
            let program = try Program.folder.appending(path: "autogen").path
            let start = ContinuousClock.now
            let sleepers =
                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND datname = current_database()"
            let outcome = try await Program.run(program, ["upgrade"], in: project.folder) {
                try await server.run(sleepers, in: url) == "1\n"
            }
            #expect(outcome.status == 130)
            #expect(outcome.errors == "error: interrupted\n")
            #expect(ContinuousClock.now - start < .seconds(300))
            #expect(
                try await server.run("SELECT relname FROM pg_class WHERE relname IN ('a', 'autogen_version')", in: url)
                    == "")
            #expect(try await project.done("current") == "base\n")
        }
    }

    @Test func twoDialectsCannotBeCompared() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(url: "sqlite:app.db", schema: "CREATE TABLE a (id INT);")
            try await project.done("revision", "-m", "First")
            try await project.done("upgrade")
            let outcome = try await project.autogen("diff", "live", url)
            #expect(outcome.errors == "error: live is for SQLite and \(url) for PostgreSQL: they can't be compared\n")
            #expect(outcome.status == 2)
        }
    }
}
