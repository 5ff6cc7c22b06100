import Foundation
import Testing

/// A revision leads from what the revisions make, whatever somebody has done to the database by hand.
@Suite struct StartTests {
    private func project() async throws -> Project {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try await project.done("upgrade")
        try await sqlite("CREATE TABLE by_hand (id INT)", "app.db", project)
        return project
    }

    @discardableResult
    private func sqlite(_ sql: String, _ file: String, _ project: Project) async throws -> String {
        try await Program.run("/usr/bin/env", ["sqlite3", file, sql], in: project.folder).output
    }

    /// The history of a revision written on a drifted database could never rebuild the schema.
    @Test func aDriftedDatabaseStopsIt() async throws {
        let project = try await project()
        try project.write(
            "CREATE TABLE a (id INTEGER PRIMARY KEY, x INT);\nCREATE TABLE by_hand (id INT);\n", to: "schema/schema.sql"
        )
        let before = try project.contents()
        let refused = try await project.autogen("revision", "-m", "more")
        #expect(refused.status == 4)
        #expect(
            refused.errors == """
                error: the database sqlite:app.db is not what its revisions make: after revision r1, it has drifted
                  + table main.by_hand
                no revision was written; to go on
                  autogen drift   shows each difference with the SQL that repairs the database
                  --from head     leaves the drift alone: the revision leads from revision r1 to the declared schema

                """)
        #expect(try project.contents() == before)

        try await project.done("revision", "-m", "more", "--from", "head", "--rev-id", "r2")
        try await project.done("verify")
        try await project.done("check")
        // A new database gets the whole schema from the revisions.
        try await project.done("upgrade", "--url", "sqlite:new.db")
        #expect(try await project.done("diff", "sqlite:new.db", "declared") == "no difference\n")
    }

    @Test func theProjectMaySayItForAll() async throws {
        let project = try await project()
        try project.write(project.text("autogen.yaml") + "revision:\n  from: head\n", to: "autogen.yaml")
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, x INT);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "more")
        try project.write(project.text("autogen.yaml").replacing("from: head", with: "from: haed"), to: "autogen.yaml")
        let wrong = try await project.autogen("revision", "-m", "more")
        #expect(wrong.status == 2 && wrong.errors.contains("did you mean \"head\"?"), "\(wrong.errors)")
    }

    @Test func aDatabaseWithoutRevisions() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);\n")
        try await sqlite("CREATE TABLE a (id INT)", "app.db", project)
        let refused = try await project.autogen("revision", "-m", "first")
        #expect(refused.status == 4)
        #expect(refused.errors.contains("has a schema, and there is no revision that makes it"))
        #expect(refused.errors.contains("autogen init --from-database"))
    }

    /// A snapshot that its revision does not make is found by all that replay.
    @Test func aSnapshotThatNoRevisionMakes() async throws {
        let project = try await project()
        try await sqlite("DROP TABLE by_hand", "app.db", project)
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, x INT);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "second", "--rev-id", "r2")
        // As a merge of two branches does that takes the first revision of the one and the second of the other.
        let other = try Project()
        let file = "revisions/\(try project.files("revisions").first { $0.contains("r1") } ?? "")"
        let changed = try project.text(file).replacing("PRIMARY KEY);", with: "PRIMARY KEY, y INT);")
        try other.write(project.text("autogen.yaml"), to: "autogen.yaml")
        try other.write("CREATE TABLE a (id INTEGER PRIMARY KEY, y INT);\n", to: "schema/schema.sql")
        try other.write(changed, to: file)
        try await other.done("check", "--accept")
        try project.write(changed, to: file)
        try project.write(other.text("snapshots/r1.json"), to: "snapshots/r1.json")

        for command in ["check", "verify"] {
            let found = try await project.autogen(command)
            #expect(found.status == 1)
            #expect(found.output.contains("do not make what its snapshot"), "\(found.output)")
            #expect(found.output.contains("column main.a.y"), "\(found.output)")
        }
        // A new revision is not built on it either.
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, x INT, z INT);\n", to: "schema/schema.sql")
        let refused = try await project.autogen("revision", "-m", "third", "--offline")
        #expect(refused.status == 4)
        #expect(refused.errors.contains("the revisions before do not make what the snapshot of the last says"))
        // The snapshots after an edited script are made anew with its own.
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, y INT, x INT);\n", to: "schema/schema.sql")
        try project.write(changed.replacing("y INT", with: "y  INT"), to: file)
        #expect(try await project.done("check", "--accept").hasPrefix("accepted revisions/"))
    }

    /// A project of today's version goes on: its snapshots do not say whether losses were accepted, and are not asked.
    @Test func scriptsFromBefore() async throws {
        let project = try await project()
        try await sqlite("DROP TABLE by_hand", "app.db", project)
        try await project.done("revision", "-m", "drop", "--empty", "--rev-id", "r2")
        let file = "revisions/\(try project.files("revisions").last ?? "")"
        try project.write(
            project.text(file).replacing("-- upgrade\n", with: "-- upgrade\nDELETE FROM a;\n"), to: file)
        try await project.done("check", "--accept", "--allow", "data-loss")
        let lines = try project.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        try project.write(lines.filter { !$0.hasPrefix("-- accepts") }.joined(separator: "\n"), to: file)
        #expect(try await project.autogen("check").status == 1)
        try project.write(
            project.text("snapshots/r2.json").replacing("\"format\":2", with: "\"format\":1"), to: "snapshots/r2.json")
        try await project.done("check")
        let verbose = try await project.autogen("check", "-v")
        #expect(verbose.errors.contains("1 revision from before losses were to be accepted"), "\(verbose.errors)")
    }
}
