import Foundation
import Testing

/// The main job on SQLite, from an empty folder, and what can go wrong on the way.
@Suite struct MigrationTests {
    private let first = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);\n"
    private let second = """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE);
        CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES users (id));

        """

    @Test func mainJob() async throws {
        let project = try await Project(schema: first)
        let written = try await project.autogen("revision", "-m", "Add users")
        #expect(
            Masked.text(written.output) == """
                wrote revisions/STAMP1_ID1_add_users.sql
                  + table main.users

                """)
        #expect(written.errors == "proved: upgrade and downgrade ran in a scratch database and left no difference\n")
        let script = try project.text("revisions/\(try project.files("revisions")[0])")
        #expect(
            Masked.text(script) == """
                -- revision: ID1
                -- down-revision: none
                -- message: Add users
                -- created: TIME1
                -- dialect: sqlite
                -- transaction: yes
                -- measured: sqlite 3, ID2

                -- upgrade
                CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);

                -- downgrade
                -- hazard (data loss): table main.users: drops the table with its rows
                DROP TABLE users;

                """)
        #expect(try await Masked.text(project.done("upgrade")) == "upgraded to ID1  Add users\n")
        try project.write(second, to: "schema/schema.sql")
        try await project.done("revision", "-m", "Posts")
        try await project.done("upgrade")
        #expect(try await project.done("diff", "live", "declared") == "no difference\n")
        #expect(try await project.done("diff", "live", "declared", "--format", "sql") == "")
        #expect(try await project.done("check", "--live").hasPrefix("ok: "))
        #expect(
            try await Masked.text(project.done("downgrade", "base"))
                == "took back ID1  Posts\ntook back ID2  Add users\n")
        #expect(try await project.done("current") == "base\n")
        #expect(try await project.done("upgrade", "head-1").hasSuffix("Add users\n"))
        #expect(try await Masked.text(project.done("history")) == "ID1  Posts (head)\nID2  Add users\n")
        let nothing = try await project.done("upgrade", "current")
        #expect(nothing == "nothing to do: the database has all these revisions\n")
    }

    @Test func nothingToDoWritesNothing() async throws {
        let project = try await Project(schema: first)
        try await project.done("revision", "-m", "Add users")
        try await project.done("upgrade")
        let before = try project.contents()
        let outcome = try await project.done("revision", "-m", "Again")
        #expect(outcome == "nothing to do: the revisions cover the declared schema; no revision was written\n")
        #expect(try project.contents() == before)
    }

    @Test func databaseNotAtHead() async throws {
        let project = try await Project(schema: first)
        try await project.done("revision", "-m", "Add users")
        let outcome = try await project.autogen("revision", "-m", "More")
        #expect(
            Masked.text(outcome.errors) == """
                error: the database sqlite:app.db is not at head; 1 revision is not applied:
                  revisions/STAMP1_ID1_add_users.sql
                run autogen upgrade first, or leave the database alone with --from head: the revision then leads from what the revisions make

                """)
        #expect(outcome.status == 1)
        #expect(try project.files("revisions").count == 1)
    }

    @Test func editedScript() async throws {
        let project = try await Project(schema: first)
        try await project.done("revision", "-m", "Add users")
        try await project.done("upgrade")
        let name = "revisions/\(try project.files("revisions")[0])"
        try project.write(project.text(name).replacing("email", with: "mail"), to: name)
        let before = try project.contents()
        let outcome = try await project.autogen("downgrade", "base")
        #expect(
            Masked.text(outcome.errors) == """
                error: revisions/STAMP1_ID1_add_users.sql: the script of revision ID1 was edited after it was applied
                  applied: sha256 SHA1
                  now:     sha256 SHA2
                restore it, and put the change into a new revision

                """)
        #expect(outcome.status == 1)
        let check = try await project.autogen("check")
        #expect(check.output.contains("the script is not the one its snapshot was made from"))
        #expect(check.status == 1)
        #expect(try project.contents() == before)
        let accepted = try await project.autogen("check", "--accept")
        #expect(accepted.output.contains("~ ") || accepted.output.contains("- column main.users.mail"))
        #expect(accepted.status == 1)
    }

    @Test func twoHeads() async throws {
        let project = try await Project(schema: first)
        for id in ["aaaaaaaaaaaa", "bbbbbbbbbbbb"] {
            let script = "-- revision: \(id)\n-- down-revision: none\n-- dialect: sqlite\n-- upgrade\n-- downgrade\n"
            try project.write(script, to: "revisions/\(id).sql")
        }
        let before = try project.contents()
        let heads = """
            the history has 2 heads, and only one can be the latest:
              aaaaaaaaaaaa  revisions/aaaaaaaaaaaa.sql
              bbbbbbbbbbbb  revisions/bbbbbbbbbbbb.sql
            name one of them, or all with "heads"; autogen rebase puts one after the other, autogen merge brings them together

            """
        for arguments in [["upgrade"], ["revision", "-m", "More"]] {
            let outcome = try await project.autogen(arguments)
            #expect(outcome.errors == "error: " + heads)
            #expect(outcome.status == 1)
        }
        #expect(try await project.autogen("check").output.hasPrefix(heads))
        #expect(try project.contents() == before)
    }

    @Test func failsHalfWay() async throws {
        let project = try await Project(schema: first)
        try await project.done("revision", "-m", "Add users")
        try await project.done("upgrade")
        let head = try await project.done("heads").prefix(12)
        try project.write(
            """
            -- revision: cccccccccccc
            -- down-revision: \(head)
            -- dialect: sqlite
            -- upgrade
            CREATE TABLE extra (id INT);
            INSERT INTO extra VALUES (1);
            INSERT INTO nowhere
              VALUES (2);
            -- downgrade
            DROP TABLE extra;
            """, to: "revisions/half.sql")
        let schema = try await project.done("inspect")
        let outcome = try await project.autogen("upgrade")
        #expect(
            outcome.errors == """
                revisions/half.sql:7:1: error: no such table: nowhere (SQLITE_ERROR)
                  7 | INSERT INTO nowhere
                the upgrade was rolled back

                """)
        #expect(outcome.status == 3)
        #expect(try await project.done("inspect") == schema)
        #expect(try await project.done("current").hasPrefix(head))
    }

    @Test func lockedFile() async throws {
        let project = try await Project(schema: first)
        try await project.done("revision", "-m", "Add users")
        try await project.done("upgrade")
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/env")
        holder.arguments = ["sqlite3", project.path("app.db")]
        let input = Pipe()
        let output = Pipe()
        holder.standardInput = input
        holder.standardOutput = output
        try holder.run()
        defer { holder.terminate() }
        input.fileHandleForWriting.write(Data("BEGIN EXCLUSIVE; SELECT 'held';\n".utf8))
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        let outcome = try await project.autogen("downgrade", "base", "--wait", "1")
        #expect(
            outcome.errors == """
                error: another process holds the database and did not let go of it within 1 s
                nothing of what is left was run; let the other one end, then run this again, or wait longer with --wait

                """)
        #expect(outcome.status == 3)
    }

    /// Names that need quoting go through the whole way and back.
    @Test func awkwardNames() async throws {
        let long = String(repeating: "n", count: 63)
        let project = try await Project(
            schema: """
                CREATE TABLE "select" (id INTEGER PRIMARY KEY, "a ""quoted"" name" TEXT, "Größe" INT, "ORDER" INT);
                CREATE TABLE "Two Words" ("\(long)" INTEGER PRIMARY KEY, "日本" INT REFERENCES "select" (id));
                CREATE INDEX "an 'index'" ON "Two Words" ("日本");
                CREATE VIEW "Äpfel" AS SELECT "Größe" FROM "select";

                """)
        try await project.done("revision", "-m", "Names: \"quoted\", größer/kleiner & 日本")
        #expect(try project.files("revisions")[0].hasSuffix("_names_quoted_größer_kleiner_日本.sql"))
        try await project.done("upgrade")
        #expect(try await project.done("diff", "live", "declared") == "no difference\n")
        try await project.done("downgrade", "base")
        #expect(try await project.done("inspect") == "")
    }
}
