import Foundation
import Testing

/// A project and a database that version 0.1 made go on without a change.
@Suite struct EarlierVersionTests {
    /// Takes over what that version wrote for a dialect, and the database that it made of the first revision.
    private func goOn(_ project: Project, _ dialect: String, on url: String) async throws {
        let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Earlier/\(dialect)")
        for file in try FileManager.default.subpathsOfDirectory(atPath: samples.path) where file.contains("/") {
            try project.write(String(contentsOf: samples.appending(path: file), encoding: .utf8), to: file)
        }
        try await project.run(
            String(contentsOf: samples.appending(path: "database.sql"), encoding: .utf8), on: url)
    }

    private func project() async throws -> Project {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
        try await goOn(project, "sqlite", on: "sqlite:\(project.path("app.db"))")
        return project
    }

    @Test func goesOn() async throws {
        let project = try await project()
        #expect(try await project.done("check") == "ok: the revisions cover the declared schema\n")
        #expect(
            try await project.autogen("check", "-v").errors.contains(
                "2 revisions from before losses were to be accepted"))
        #expect(try await project.done("current") == "r1  first\n")
        #expect(try await project.done("verify").split(separator: "\n").allSatisfy { $0.hasSuffix(": ok") })
        try await project.done("upgrade")
        try await project.done("drift")
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, y INT);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "more", "--rev-id", "r3")
        try await project.done("check")
        try await project.done("upgrade")
        // What it does not accept was not asked then, and taking it back is asked now.
        try await project.done("downgrade", "r2")
        let refused = try await project.autogen("downgrade", "base")
        #expect(refused.status == 4 && refused.errors.contains("table main.a, 1 row: "), "\(refused.errors)")
        try await project.done("squash", "r1:r2")
        try await project.done("check")
    }

    /// A line that accepts what an old script loses makes no other script of it.
    @Test func anAppliedScriptMayAcceptLosses() async throws {
        let project = try await project()
        let file = "revisions/20261128T080118Z_r1_first.sql"
        try project.write(
            project.text(file).replacing(
                "-- transaction: yes\n", with: "-- transaction: yes\n-- accepts: data loss (table b)\n"),
            to: file)
        #expect(try await project.done("current") == "r1  first\n")
        try await project.done("check")
        try project.write(project.text(file).replacing("x TEXT", with: "x BLOB"), to: file)
        #expect(try await project.autogen("current").status == 1)
    }

    /// What was not asked then is asked of what is new, and of nothing else, for ever.
    @Test func whatIsNewInAnOldScriptIsAsked() async throws {
        let project = try await project()
        let file = "revisions/20261128T080120Z_r2_less.sql"
        let script = try project.text(file)
        try project.write(script.replacing("-- upgrade\n", with: "-- upgrade\nDELETE FROM a;\n"), to: file)
        let found = try await project.autogen("check")
        #expect(found.status == 1 && found.output.contains(": rows main.a: deletes all rows"), "\(found.output)")
        let refused = try await project.autogen("check", "--accept")
        #expect(refused.status == 4 && refused.errors.contains("rows main.a, "), "\(refused.errors)")
        try await project.done("check", "--accept", "--allow", "data-loss")
        #expect(try project.text(file).contains("-- accepts: data loss (rows main.a, "))
        try await project.done("check")
    }

    /// A snapshot that is made anew does not make the script another.
    @Test func aRemadeSnapshotAsksNothing() async throws {
        let project = try await project()
        let file = "revisions/20261128T080118Z_r1_first.sql"
        try project.write(project.text(file).replacing("x TEXT", with: "x BLOB"), to: file)
        #expect(try await project.autogen("check").status == 1)
        for _ in 1...2 {
            try await project.done("check", "--accept")
            let checked = try await project.autogen("check", "-v")
            #expect(checked.status == 0, "\(checked.output)")
            #expect(checked.errors.contains("1 revision from before losses were to be accepted"), "\(checked.errors)")
        }
        #expect(try project.text("snapshots/r2.json").contains("\"format\":2"))
    }

    /// The role that migrates the database is named in scripts, declarations and snapshots, as that version did.
    @Test(arguments: ["local", "same-server"]) func goesOnUnderARole(_ scratch: String) async throws {
        let server = try Server()
        try await server.run(
            """
            DO $$ BEGIN CREATE ROLE earlier_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            DO $$ BEGIN CREATE ROLE earlier_owner LOGIN CREATEDB CREATEROLE;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
            """, in: "postgres")
        try await server.withDatabase { admin in
            try await server.run(
                "ALTER DATABASE \(admin.split(separator: "=").last ?? "") OWNER TO earlier_owner", in: admin)
            let url = admin.replacing("user=\(server.user)", with: "user=earlier_owner")
            let project = try await Project(url: url, schema: "")
            try project.remove("schema/schema.sql")
            try project.write(
                "environments: {default: {url: \"\(url)\", scratch: \(scratch)}}\n", to: "autogen.yaml")
            try await goOn(project, "postgres", on: url)
            try await project.run(project.upgrade("r1"), on: url)

            #expect(try await project.done("check") == "ok: the revisions cover the declared schema\n")
            #expect(try await project.done("current") == "r1  first\n")
            #expect(try await project.done("verify").split(separator: "\n").allSatisfy { $0.hasSuffix(": ok") })
            try await project.done("upgrade")
            try await project.done("check", "--live")
            try await project.done("drift")
            #expect(try await project.done("diff", "declared", "live") == "no difference\n")
            try await project.run("INSERT INTO shop.item VALUES (1, 'one')", on: url)
            let refused = try await project.autogen("downgrade", "base")
            #expect(refused.status == 4 && refused.errors.contains("table shop.item, 1 row: "), "\(refused.errors)")

            // What is new is the owner's by no name, and gets what the declaration says of the owner's tables.
            try project.write(
                project.text("schema/shop.sql")
                    + "CREATE TABLE shop.more (id int);\nALTER TABLE shop.more OWNER TO earlier_owner;\n",
                to: "schema/shop.sql")
            let written = try await project.done("revision", "-m", "more", "--rev-id", "r3")
            #expect(written.contains("+ table shop.more") && !written.contains("-"), "\(written)")
            try await project.done("upgrade")
            try await project.done("drift")
            try await project.done("verify")
            #expect(try await project.done("diff", "declared", "live") == "no difference\n")
            try await project.done("squash", "r1:r2")
            try await project.done("check")
            try await project.done("verify")
        }
    }
}

extension Project {
    fileprivate func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    /// The SQL that a revision upgrades with.
    fileprivate func upgrade(_ id: String) throws -> String {
        let file = try #require(try files("revisions").first { $0.contains("_\(id)_") })
        let sections = try text("revisions/\(file)").split(separator: "-- upgrade\n")
        return String(sections.last?.split(separator: "-- downgrade\n").first ?? "")
    }
}
