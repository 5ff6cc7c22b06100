import Foundation
import Testing

/// Scripts for `psql` and `sqlite3`, and revisions made without a database.
@Suite struct OfflineTests {
    private func write(_ project: Project, _ dialect: String, _ second: String) throws {
        for (id, down, up, back) in [
            ("aaa1", "none", "CREATE TABLE a (id int);", "DROP TABLE a;"), ("bbb2", "aaa1", second, "DROP INDEX i;"),
            ("ccc3", "bbb2", "CREATE TABLE c (id int -- ;\n);", "DROP TABLE c;"),
        ] {
            try project.write(
                """
                -- revision: \(id)
                -- down-revision: \(down)
                -- message: it's \(id)
                -- dialect: \(dialect)
                -- upgrade
                \(up)
                -- downgrade
                \(back)
                """, to: "revisions/\(id).sql")
        }
    }

    @Test func sqlite() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);\n")
        try write(project, "sqlite", "CREATE INDEX i ON a (id);")
        let script = try await project.done("upgrade", "--sql")
        #expect(try !project.files(".").contains("app.db"))
        try project.write(script, to: "up.sql")
        try project.write(try await project.done("downgrade", "head:aaa1", "--sql"), to: "down.sql")
        try project.write(try await project.done("upgrade", "aaa1:+1", "--sql"), to: "one.sql")
        for (file, at) in [("up.sql", "ccc3"), ("down.sql", "aaa1"), ("one.sql", "bbb2")] {
            let run = try await Program.run(
                "/bin/bash", ["-c", "sqlite3 -bail app.db < \(file)"], in: project.folder)
            #expect(run.status == 0 && run.output + run.errors == "", "\(file): \(run.errors)")
            #expect(try await project.done("current").hasPrefix(at))
            #expect(try await project.done("upgrade", at).hasPrefix("nothing to do"))
        }
        #expect(try await project.done("upgrade") == "upgraded to ccc3  it's ccc3\n")
        try project.write(try await project.done("stamp", "bbb2", "--sql"), to: "stamp.sql")
        try project.write(try await project.done("ensure-version", "--sql"), to: "table.sql")
        for (file, database, at) in [
            ("stamp.sql", "app.db", "bbb2  it's bbb2\n"), ("table.sql", "new.db", "base\n"),
            ("stamp.sql", "new.db", "bbb2  it's bbb2\n"),
        ] {
            let run = try await Program.run(
                "/bin/bash", ["-c", "sqlite3 -bail \(database) < \(file)"], in: project.folder)
            #expect(run.status == 0 && run.output + run.errors == "", "\(file): \(run.errors)")
            #expect(try await project.done("current", "--url", "sqlite:\(database)") == at)
        }
        #expect(try await project.autogen("stamp", "current", "--sql").status == 2)
        let open = try await project.autogen("downgrade", "base", "--sql")
        #expect(open.errors.hasPrefix("error: downgrade --sql needs to know where the database is") && open.status == 2)
        #expect(try await project.autogen("upgrade", "current:head", "--sql").status == 2)
    }

    @Test func postgres() async throws {
        let server = try Server()
        try await server.withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE a ();\n")
            try write(project, "postgresql", "CREATE INDEX CONCURRENTLY i ON a (id);\nCOMMENT ON INDEX i IS 'x';")
            let script = try await project.done("upgrade", "--sql", "--url", "postgresql://nowhere.invalid/x")
            try project.write(script, to: "up.sql")
            try project.write(try await project.done("downgrade", "head:base", "--sql"), to: "down.sql")
            try project.write(try await project.done("stamp", "aaa1", "--sql"), to: "stamp.sql")
            for (file, at) in [
                ("up.sql", "ccc3  it's ccc3 (head)\n"), ("down.sql", "base\n"), ("stamp.sql", "aaa1  it's aaa1\n"),
            ] {
                let run = try await Program.run(
                    "/usr/bin/env",
                    ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", project.path(file)], in: "/")
                #expect(run.status == 0, "\(file): \(run.errors)")
                #expect(try await project.done("current") == at)
            }
            #expect(try await project.done("inspect") == "")
        }
    }

    @Test func dryRunRunsNothing() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);\n")
        try await project.done("revision", "-m", "first")
        let before = try project.contents()
        #expect(
            try await Masked.text(project.done("upgrade", "--dry-run")) == """
                -- upgrade ID1: first
                -- revisions/STAMP1_ID1_first.sql
                CREATE TABLE a (id INT);

                """)
        #expect(try project.contents() == before)
        try await project.done("upgrade")
        let back = try await project.done("downgrade", "base", "--dry-run")
        #expect(back.contains("-- hazard (data loss): table main.a: drops the table with its rows\nDROP TABLE a;\n"))
        #expect(try await project.done("current").hasSuffix("first (head)\n"))
    }

    @Test func revisionWithoutADatabase() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);\n")
        try await project.done("revision", "-m", "first", "--offline")
        #expect(
            try await project.done("revision", "-m", "again", "--offline").hasPrefix("nothing to do: the revisions"))
        try project.write("CREATE TABLE a (id INT);\nCREATE TABLE b (id INT);\n", to: "schema/schema.sql")
        try FileManager.default.removeItem(atPath: project.path("snapshots"))
        let written = try await project.done("revision", "-m", "second", "--offline")
        #expect(Masked.text(written) == "wrote revisions/STAMP1_ID1_second.sql\n  + table main.b\n")
        #expect(try !project.files(".").contains("app.db"))
        try await project.done("upgrade")
        #expect(try await project.done("diff", "live", "declared") == "no difference\n")
    }
}
