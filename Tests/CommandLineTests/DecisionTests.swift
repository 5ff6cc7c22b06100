import Foundation
import Testing

/// Nothing is lost by surprise: what a revision takes away, somebody takes, and the header keeps it.
@Suite struct DecisionTests {
    private static let first = "CREATE TABLE person (id INTEGER PRIMARY KEY, full_name TEXT);\n"

    /// A project whose database has three people.
    private func project(url: String = "sqlite:app.db") async throws -> Project {
        let project = try await Project(url: url, schema: Self.first)
        try await project.done("revision", "-m", "people", "--rev-id", "r1")
        try await project.done("upgrade")
        try await project.run("INSERT INTO person VALUES (1, 'Ada Lovelace'), (2, 'Alan Turing'), (3, NULL)", on: url)
        return project
    }

    /// A renamed column is a column that goes: without a word from somebody nothing is written.
    @Test func aRenamedColumnIsNotDroppedByItself() async throws {
        try await Project.onBoth { url, schema in
            let project = try await project(url: url)
            try project.write(Self.first.replacing("full_name", with: "name"), to: "schema/schema.sql")
            let before = try project.contents()
            let refused = try await project.autogen("revision", "-m", "rename")
            #expect(refused.status == 4 && refused.output.isEmpty)
            #expect(
                refused.errors == """
                    error: this may have another name, and only a person can tell:
                      column \(schema).person.full_name, 2 rows: may be name now (89 % alike)
                    no revision was written; to go on, add
                      --rename 'column \(schema).person.full_name=name'
                      --drop 'column \(schema).person.full_name'   (where it is another thing)

                    """, "\(refused.errors)")
            #expect(try project.contents() == before)

            let wrong = try await project.autogen("revision", "-m", "rename", "--drop", "person.fullname")
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("did you mean column \(schema).person.full_name?"), "\(wrong.errors)")

            let written = try await project.done(
                "revision", "-m", "rename", "--rev-id", "r2", "--drop", "person.full_name")
            #expect(written.contains("accepted: data loss (column \(schema).person.full_name, 2 rows on 20"))
            let script = try project.text("revisions/\(project.files("revisions").last ?? "")")
            #expect(script.contains("\n-- accepts: data loss (column \(schema).person.full_name, 2 rows on 20"))
            try await project.done("check")
            try await project.done("upgrade")
        }
    }

    /// A value that comes out as another is a value that is lost.
    @Test func aTypeThatKeepsLess() async throws {
        try await Project.onBoth { url, schema in
            let project = try await project(url: url)
            try project.write(Self.first.replacing("TEXT", with: "INTEGER"), to: "schema/schema.sql")
            if schema == "public" {
                // A text that is no number stops the script, and one that is one stays one.
                try await project.done("revision", "-m", "numbers", "--rev-id", "r2")
                try project.write(Self.first.replacing("TEXT", with: "BOOLEAN"), to: "schema/schema.sql")
            }
            let refused = try await project.autogen("revision", "-m", "kept less", "--from", "head")
            let loss = "column \(schema).person.full_name, 2 rows: makes "
            #expect(refused.status == 4 && refused.errors.contains(loss), "\(refused.errors)")
            try await project.done(
                "revision", "-m", "kept less", "--from", "head", "--drop", "person.full_name")
            try await project.done("check")
        }
    }

    /// Rows that are no longer among those of the parent are lost to who reads it.
    @Test func aPartitionThatStaysAsATable() async throws {
        try await Server().withDatabase { url in
            let schema = """
                CREATE TABLE sale (id int) PARTITION BY LIST (id);
                CREATE TABLE p1 PARTITION OF sale FOR VALUES IN (1);
                CREATE TABLE p2 PARTITION OF sale FOR VALUES IN (2);

                """
            let project = try await Project(url: url, schema: schema)
            try await project.done("revision", "-m", "sales", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("INSERT INTO sale VALUES (1), (2), (2)", on: url)
            try project.write(
                schema.replacing("p2 PARTITION OF sale FOR VALUES IN (2)", with: "p2 (id int)"),
                to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "apart")
            let loss = "partition public.p2, 2 rows: takes its rows out of public.sale; they stay in public.p2"
            #expect(refused.status == 4 && refused.errors.contains(loss), "\(refused.errors)")
            #expect(refused.errors.contains("--drop 'partition public.p2'"), "\(refused.errors)")
            try await project.done("revision", "-m", "apart", "--rev-id", "r2", "--drop", "partition public.p2")
            let script = try project.text("revisions/\(project.files("revisions").last ?? "")")
            #expect(script.contains("\n-- accepts: data loss (partition public.p2, 2 rows on 20"), "\(script)")
            try await project.done("check")
            try await project.done("upgrade")
            #expect(try await project.run("SELECT count(*) FROM sale", on: url) == "1\n")
        }
    }

    @Test func everythingAtOnce() async throws {
        let project = try await project()
        try project.write("CREATE TABLE other (id INTEGER PRIMARY KEY);\n", to: "schema/schema.sql")
        let offline = try await project.autogen("revision", "-m", "other", "--offline", "-q")
        #expect(offline.status == 4)
        #expect(offline.errors.contains("table main.person, rows unknown: "), "\(offline.errors)")
        try await project.done("revision", "-m", "other", "--rev-id", "r2", "--allow", "data-loss")
        let script = try project.text("revisions/\(project.files("revisions").last ?? "")")
        #expect(script.contains("\n-- accepts: data loss (table main.person, 3 rows on 20"), "\(script)")
    }

    @Test func forPrograms() async throws {
        let project = try await project()
        try project.write("CREATE TABLE other (word TEXT NOT NULL, weight REAL);\n", to: "schema/schema.sql")
        let refused = try await project.autogen("revision", "-m", "other", "--format", "json")
        #expect(refused.status == 4 && refused.errors.isEmpty)
        let json = try JSONSerialization.jsonObject(with: Data(refused.output.utf8)) as? [String: [[String: Any]]]
        let question = try #require(json?["refused"]?.first)
        #expect(question["code"] as? String == "data-loss")
        #expect(question["object"] as? String == "table main.person")
        #expect(question["rows"] as? Int == 3)
        #expect(question["answers"] as? [String] == ["--drop 'table main.person'", "--allow data-loss"])
        let written = try await project.done("revision", "-m", "other", "--format", "json", "--drop", "person")
        let revision = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any]
        #expect((revision?["file"] as? String)?.hasPrefix("revisions/") == true)
        #expect((revision?["accepts"] as? [String])?.count == 1)
        #expect(
            try await project.done("revision", "-m", "none", "--from", "head", "--format", "json")
                == "{\"revision\":null}\n")
    }

    @Test func atATerminal() async throws {
        let project = try await project()
        try project.write(Self.first.replacing("full_name", with: "name"), to: "schema/schema.sql")
        let program = try Program.folder.appending(path: "autogen").path
        for refusal in ["", "n", "no"] {
            let refused = try await Program.asked(
                program, ["revision", "-m", "rename"], in: project.folder, answers: [refusal])
            #expect(refused.status == 4, "\(refused.errors)")
            #expect(refused.errors.contains("no revision was written"))
        }
        // Nobody is asked where nobody may answer.
        for silent in [["--no-input"], ["-q"], ["--format", "json"]] {
            let refused = try await Program.asked(
                program, ["revision", "-m", "rename"] + silent, in: project.folder, answers: ["y"])
            #expect(refused.status == 4)
            #expect(!refused.errors.contains("[y/N]"))
        }
        let inCI = try await Program.asked(
            program, ["revision", "-m", "rename"], in: project.folder, environment: ["CI": "true"], answers: ["y"])
        #expect(inCI.status == 4)
        let written = try await Program.asked(
            program, ["revision", "-m", "rename"], in: project.folder, answers: ["y"])
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.errors.contains("column main.person.full_name"))
        #expect(written.errors.contains(", 2 rows: "))
        #expect(written.output.hasPrefix("wrote revisions/"))
    }

    /// A script written by hand is asked about by the check, and the line may be written by it.
    @Test func aScriptWrittenByHand() async throws {
        let project = try await project()
        try await project.done("revision", "-m", "by hand", "--empty", "--rev-id", "r2")
        let file = "revisions/\(try project.files("revisions").last ?? "")"
        try project.write(
            project.text(file).replacing("-- upgrade\n", with: "-- upgrade\nDELETE FROM person;\n"), to: file)
        let open = try await project.autogen("check")
        #expect(open.status == 1)
        #expect(
            open.output.contains(
                "\(file):9: rows main.person: deletes all rows, and no line of the header accepts that"),
            "\(open.output)")
        let refused = try await project.autogen("check", "--accept")
        #expect(refused.status == 4)
        #expect(refused.errors.contains("nothing was accepted"))
        #expect(try await project.done("check", "--accept", "--allow", "data-loss").contains("accepted \(file)\n"))
        #expect(try project.text(file).contains("\n-- accepts: data loss (rows main.person, 3 rows on 20"))
        try await project.done("upgrade")
        // The line is outside of the checksum: taking it away makes the check ask again, and no other script of it.
        let lines = try project.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        try project.write(lines.filter { !$0.hasPrefix("-- accepts") }.joined(separator: "\n"), to: file)
        try await project.done("current")
        #expect(try await project.autogen("check").status == 1)
    }

    /// What a hook of the project adds to a script is judged after it ran; a script that nobody takes does not stay.
    @Test func aHookThatLosesRows() async throws {
        let project = try await project()
        let configuration = try project.text("autogen.yaml")
        try project.write(
            configuration.replacing(
                "revisions:\n",
                with: "revisions:\n  hooks:\n    - exec: sed -i 's/^-- upgrade$/-- upgrade\\nDELETE FROM person;/'\n"),
            to: "autogen.yaml")
        try project.write(Self.first + "CREATE TABLE more (id INT);\n", to: "schema/schema.sql")
        let before = try project.files("revisions")
        let refused = try await project.autogen("revision", "-m", "more")
        #expect(refused.status == 4)
        #expect(refused.errors.contains("rows main.person, 3 rows: "), "\(refused.errors)")
        #expect(try project.files("revisions") == before)
        #expect(try project.files("snapshots") == ["r1.json"])
        try await project.done("revision", "-m", "more", "--rev-id", "r2", "--allow", "data-loss")
        #expect(
            try project.text("revisions/\(project.files("revisions").last ?? "")").contains(
                "accepts: data loss (rows main.person"))
        try await project.done("check")
    }

    /// Taking a revision back asks only where there are rows.
    @Test func takingBack() async throws {
        try await Project.onBoth { url, schema in
            let project = try await project(url: url)
            let refused = try await project.autogen("downgrade", "base")
            #expect(refused.status == 4)
            #expect(refused.errors.contains("table \(schema).person, 3 rows: r1: "), "\(refused.errors)")
            #expect(refused.errors.contains("nothing was taken back"))
            #expect(try await project.done("current").hasPrefix("r1"))
            #expect(
                try await project.done("downgrade", "base", "--dry-run").hasPrefix(
                    "-- loses: table \(schema).person, 3 rows (r1)\n"))
            #expect(
                try await project.done("downgrade", "r1:base", "--sql").contains(
                    "-- warning: this loses table \(schema).person: "))
            try await project.run("DELETE FROM person", on: url)
            try await project.done("downgrade", "base")
            try await project.done("upgrade")
            try await project.run("INSERT INTO person VALUES (1, 'Ada')", on: url)
            try await project.done("downgrade", "base", "--drop", "person")
        }
    }

    /// Of several databases none is taken back unless all may be.
    @Test func takingBackAFleet() async throws {
        let project = try await project()
        try project.write(
            "environments:\n  empty:\n    url: sqlite:empty.db\n  full:\n    url: sqlite:app.db\n", to: "autogen.yaml")
        try await project.done("upgrade", "--env", "empty")
        let refused = try await project.autogen("downgrade", "base", "--env", "all")
        #expect(refused.status == 4)
        #expect(refused.errors.contains("full: r1: "), "\(refused.errors)")
        #expect(try await project.done("current", "--env", "empty").hasPrefix("r1"))
        try await project.done("downgrade", "base", "--env", "all", "--allow", "data-loss")
    }

    /// A squashed revision loses with consent what its parts lost so, and needs none for what was made on the way.
    @Test func squash() async throws {
        let project = try await project()
        try project.write(Self.first + "CREATE TABLE draft (id INT);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "draft", "--rev-id", "r2")
        try await project.done("upgrade")
        try project.write("CREATE TABLE person (id INTEGER PRIMARY KEY);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "less", "--rev-id", "r3", "--allow", "data-loss")
        try await project.done("squash", "r2:r3")
        let script = try project.text("revisions/\(project.files("revisions").last ?? "")")
        #expect(script.contains("-- accepts: data loss (column main.person.full_name"), "\(script)")
        #expect(!script.contains("table main.draft,"))
        try await project.done("check")
    }
}
