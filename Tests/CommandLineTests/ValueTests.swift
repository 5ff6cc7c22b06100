import Foundation
import Testing

/// No value is invented for rows: what nobody decided is not written, or fails on rows, and what was decided is what they get.
@Suite struct ValueTests {
    private static let first = """
        CREATE TABLE tenant (id INTEGER PRIMARY KEY);
        CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT);

        """
    private static let second = """
        CREATE TABLE tenant (id INTEGER PRIMARY KEY);
        CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, owner INTEGER NOT NULL REFERENCES tenant (id));

        """

    private func project(_ url: String, _ schema: String, rows: String) async throws -> Project {
        let project = try await Project(url: url, schema: schema)
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try await project.done("upgrade")
        _ = try await project.run(rows, on: url)
        return project
    }

    /// Rows of many tenants don't go to whichever comes first.
    @Test func anOwnerForRowsThatHaveNone() async throws {
        try await Project.onBoth { url, schema in
            let project = try await project(
                url, Self.first,
                rows: "INSERT INTO tenant VALUES (1), (2); INSERT INTO doc VALUES (1, 'a'), (2, 'b')")
            try project.write(Self.second, to: "schema/schema.sql")
            let before = try project.contents()
            let refused = try await project.autogen("revision", "-m", "owner")
            #expect(refused.status == 4)
            #expect(refused.errors.contains("column \(schema).doc.owner, 2 rows: "), "\(refused.errors)")
            #expect(refused.errors.contains("--fill \(schema).doc.owner=EXPRESSION"))
            #expect(try project.contents() == before)

            // Undecided, it is written, proved, and does not begin: it would fail on the rows.
            try await project.done("revision", "-m", "owner", "--rev-id", "r2", "--allow", "undecided")
            let stopped = try await project.autogen("upgrade")
            #expect(stopped.status == 4 && stopped.errors.contains("2 rows of "), "\(stopped.output)\(stopped.errors)")
            let failed = try await project.autogen("upgrade", "--preflight", "off")
            #expect(failed.status == 3, "\(failed.output)\(failed.errors)")
            #expect(try await project.run("SELECT count(*) FROM doc", on: url) == "2\n")
            try FileManager.default.removeItem(atPath: project.path("snapshots/r2.json"))
            for file in try project.files("revisions") where file.contains("owner") {
                let text = try project.text("revisions/\(file)")
                #expect(text.contains("-- hazard (needs a decision): column \(schema).doc.owner"), "\(text)")
                try FileManager.default.removeItem(atPath: project.path("revisions/\(file)"))
            }

            let wrong = try await project.autogen("revision", "-m", "owner", "--fill", "doc.ownr=2")
            #expect(wrong.status == 2 && wrong.errors.contains("\(schema).doc.owner"), "\(wrong.errors)")
            try await project.done("revision", "-m", "owner", "--rev-id", "r2", "--fill", "doc.owner=2")
            let text = try project.text("revisions/\(project.files("revisions").last ?? "")")
            #expect(text.contains("-- fills: column \(schema).doc.owner = 2\n"), "\(text)")
            try await project.done("upgrade")
            #expect(try await project.run("SELECT DISTINCT owner FROM doc", on: url) == "2\n")
            for look in [["check"], ["check", "--live"], ["drift"], ["verify"]] {
                let outcome = try await project.autogen(look)
                #expect(outcome.status == 0, "\(look): \(outcome.output)\(outcome.errors)")
            }
        }
    }

    /// A column that comes back has no values: rows get one when the downgrade runs, or it does not run.
    @Test func aColumnThatComesBack() async throws {
        try await Project.onBoth { url, _ in
            let full = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL, kind TEXT NOT NULL);\n"
            let project = try await project(url, full, rows: "INSERT INTO note VALUES (1, 'a', 'x')")
            try project.write(
                "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\n", to: "schema/schema.sql")
            try await project.done("revision", "-m", "less", "--rev-id", "r2", "--drop", "note.kind")
            try await project.done("upgrade")
            let before = try await project.run("SELECT * FROM note", on: url)

            let refused = try await project.autogen("downgrade", "-1", "--allow", "data-loss")
            #expect(refused.status != 0, "\(refused.output)")
            #expect(refused.errors.contains("note.kind") || refused.errors.contains("kind"), "\(refused.errors)")
            #expect(try await project.run("SELECT * FROM note", on: url) == before)
            #expect(try await project.done("current").hasPrefix("r2"))

            try await project.done("downgrade", "-1", "--fill", "note.kind='plain'")
            #expect(try await project.run("SELECT kind FROM note", on: url) == "plain\n")
            #expect(try await project.done("current").hasPrefix("r1"))
            #expect(try await project.done("diff", "live", "revision:r1") == "no difference\n")
        }
    }

    /// Which zone times without one are in is nobody's guess.
    @Test func times() async throws {
        try await Server().withDatabase { url in
            let project = try await project(
                url, "CREATE TABLE visit (id int PRIMARY KEY, at timestamp);\n",
                rows: "INSERT INTO visit VALUES (1, '2024-07-01 12:00')")
            try project.write("CREATE TABLE visit (id int PRIMARY KEY, at timestamptz);\n", to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "zone")
            #expect(refused.status == 4 && refused.errors.contains("--zone public.visit.at=ZONE"), "\(refused.errors)")
            try await project.done("revision", "-m", "zone", "--zone", "visit.at=Europe/Berlin")
            try await project.done("upgrade")
            let utc = "SELECT at AT TIME ZONE 'UTC' FROM visit"
            #expect(try await project.run(utc, on: url) == "2024-07-01 10:00:00\n")
            try await project.done("downgrade", "-1")
            #expect(try await project.run("SELECT at FROM visit", on: url) == "2024-07-01 12:00:00\n")
        }
    }

    /// Whatever becomes times with a zone is asked for it, in place as in a table that is made anew.
    @Test(arguments: ["", " PARTITION BY LIST (id); CREATE TABLE p PARTITION OF visit DEFAULT"])
    func timesOfManyKinds(_ more: String) async throws {
        try await Server().withDatabase { url in
            let project = try await project(
                url, "CREATE TABLE visit (id int, at date, log timestamp[], said text);\n",
                rows: "INSERT INTO visit VALUES (1, '2024-07-01', '{2024-07-01 12:00}', '2024-07-01 12:00')")
            try project.write(
                "CREATE TABLE visit (id int, at timestamptz, log timestamptz[], said timestamptz)\(more);\n",
                to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "zone", "--allow", "data-loss")
            #expect(refused.status == 4, "\(refused.errors)")
            for column in ["at", "log", "said"] {
                #expect(refused.errors.contains("--zone public.visit.\(column)=ZONE"), "\(refused.errors)")
            }
            try await project.done(
                "revision", "-m", "zone", "--allow", "data-loss", "--zone", "visit.at=Europe/Berlin", "--zone",
                "visit.log=Europe/Berlin", "--zone", "visit.said=Asia/Kolkata")
            try await project.done("upgrade")
            let answer = try await project.run(
                """
                SELECT at AT TIME ZONE 'UTC' || ' ' || log[1] AT TIME ZONE 'UTC' || ' ' || said AT TIME ZONE 'UTC'
                FROM visit
                """, on: url)
            #expect(answer == "2024-06-30 22:00:00 2024-07-01 10:00:00 2024-07-01 06:30:00\n")
        }
    }

    /// What comes is made before what goes is dropped, and a mark stands where values are brought over.
    @Test func valuesThatMove() async throws {
        try await Server().withDatabase { url in
            let project = try await project(
                url, "CREATE TABLE person (id int PRIMARY KEY, full_name text);\n",
                rows: "INSERT INTO person VALUES (1, 'Ada Lovelace')")
            try project.write(
                """
                CREATE TABLE person (id int PRIMARY KEY, name text);
                CREATE TABLE log (id int);

                """, to: "schema/schema.sql")
            try await project.done("revision", "-m", "name", "--rev-id", "r2", "--drop", "person.full_name")
            let file = "revisions/\(try project.files("revisions").last ?? "")"
            let text = try project.text(file)
            let upgrade = try #require(text.split(separator: "-- downgrade").first)
            let parts = upgrade.split(separator: "-- autogen:data")
            #expect(parts.count == 2, "\(text)")
            #expect(parts[0].contains("ADD COLUMN name") && parts[0].contains("CREATE TABLE public.log"))
            #expect(!parts[0].contains("DROP") && parts[1].contains("DROP COLUMN full_name"))
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let place = try #require(lines.firstIndex { $0.hasPrefix("-- autogen:data") })
            lines.insert("UPDATE person SET name = full_name WHERE full_name IS NOT NULL;", at: place + 1)
            try project.write(lines.joined(separator: "\n"), to: file)
            try await project.done("check", "--accept")
            try await project.done("upgrade")
            #expect(try await project.run("SELECT name FROM person", on: url) == "Ada Lovelace\n")
            #expect(try await project.autogen("check", "--live").status == 0)
        }
    }

    /// A script that was harmless where it was written is asked again where it is put.
    @Test func aMovedScriptThatLosesMore() async throws {
        let project = try Project()
        try await project.done("init", "--url", "sqlite:app.db")
        func script(_ id: String, after: String, _ upgrade: String, back: String = "") throws {
            try project.write(
                """
                -- revision: \(id)
                -- down-revision: \(after)
                -- message: make \(id)
                -- created: 2026-01-01T00:00:00Z
                -- dialect: sqlite
                -- transaction: yes

                -- upgrade
                \(upgrade)

                -- downgrade
                DROP TABLE \(id);
                \(back)

                """, to: "revisions/\(id).sql")
        }
        try script("a", after: "none", "CREATE TABLE a (id INT);")
        try script("b", after: "a", "CREATE TABLE b (id INT); CREATE TABLE extra (id INT);", back: "DROP TABLE extra;")
        try script(
            "c", after: "a", "DROP TABLE IF EXISTS extra; CREATE TABLE c (id INT);",
            back: "CREATE TABLE extra (id INT);")
        let before = try project.contents()
        let outcome = try await project.autogen("rebase", "c", "--onto", "b")
        #expect(outcome.status == 4, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains("table main.extra"), "\(outcome.errors)")
        #expect(try project.contents() == before)
    }
}
