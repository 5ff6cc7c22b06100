import Foundation
import Testing

/// What is renamed keeps what it holds: by a comment in the declared files, by an option, by an answer.
@Suite struct RenameTests {
    @Test(arguments: SQLiteRenames.cases) func onSQLite(_ rename: Case) async throws {
        try await rename.check { try await $0("sqlite:app.db") }
    }

    @Test(arguments: PostgresRenames.cases) func onPostgreSQL(_ rename: Case) async throws {
        let server = try Server()
        try await rename.check { try await server.withDatabase($0) }
    }

    /// Columns that are called alike everywhere take one answer.
    @Test func manyColumnsAreOneQuestion() async throws {
        try await Project.onBoth { url, schema in
            let names = (1...30).map { "t\($0)" }
            func text(_ column: String) -> String {
                names.enumerated().map { number, name in
                    let more = number < 10 ? ", \(column.replacing("created", with: "made")) TEXT" : ""
                    return "CREATE TABLE \(name) (id INTEGER PRIMARY KEY, \(column) TEXT NOT NULL\(more));\n"
                }.joined()
            }
            let project = try await Project(url: url, schema: text("created"))
            try await project.done("revision", "-m", "first", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("INSERT INTO t1 VALUES (1, 'a', 'b'), (2, 'c', 'd')", on: url)
            try project.write(text("created_at"), to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "renamed")
            #expect(refused.status == 4)
            #expect(
                refused.errors == """
                    error: this may have another name, and only a person can tell:
                      column \(schema).t1.created, 2 rows: may be created_at now, as in 30 tables, and made may be made_at in 10 (92 % alike and more)
                    no revision was written; to go on, add
                      --rename 'column *.created=created_at' --rename 'column *.made=made_at'
                      --drop 'column *.created' --drop 'column *.made'   (where it is another thing)

                    """, "\(refused.errors)")
            let answers = ["--rename", "column *.created=created_at", "--rename", "column *.made=made_at"]
            let written = try await project.autogen(["revision", "-m", "renamed"] + answers)
            #expect(written.status == 0, "\(written.errors)")
            #expect(written.output.components(separatedBy: "  > column").count == 41, "\(written.output)")
            try await project.done("upgrade")
            let rows = try await project.run("SELECT created_at, made_at FROM t1 ORDER BY id", on: url)
            #expect(rows.contains("a|b") && rows.contains("c|d"), "\(rows)")
        }
    }

    /// On a terminal each is asked once, and a no means that the one goes and the other comes.
    @Test func answersOnATerminal() async throws {
        let schema = "CREATE TABLE person (id INTEGER PRIMARY KEY, nm TEXT, note TEXT);\n"
        for (answers, script) in [
            (["y", "y"], "RENAME COLUMN nm TO name;\nALTER TABLE person RENAME COLUMN note TO remark;"),
            (["y", "n", "y"], "RENAME COLUMN nm TO name;"),
        ] {
            let project = try await Project(schema: schema)
            try await project.done("revision", "-m", "first", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("INSERT INTO person VALUES (1, 'Ada', 'x')", on: "sqlite:app.db")
            try project.write(
                schema.replacing("nm", with: "name").replacing("note", with: "remark"), to: "schema/schema.sql")
            let program = try Program.folder.appending(path: "autogen").path
            let outcome = try await Program.asked(
                program, ["revision", "-m", "names", "--rev-id", "r2"], in: project.folder, answers: answers)
            #expect(
                outcome.status == 0 && outcome.errors.contains("is it that one, renamed? [y/n]"), "\(outcome.errors)")
            let file = try #require(try project.files("revisions").last)
            let text = try project.text("revisions/\(file)")
            #expect(text.contains(script), "\(text)")
            #expect(text.contains("DROP COLUMN note") == answers.contains("n"), "\(text)")
        }
    }

    /// The server renames nothing in a text; who wrote it is told where it stands.
    @Test func bodiesThatNameTheOldName() async throws {
        try await Server().withDatabase { url in
            func schema(_ table: String, _ column: String) -> String {
                """
                CREATE TABLE \(table) (id int PRIMARY KEY, \(column) text);
                CREATE TABLE other (nm text);

                CREATE FUNCTION of_users() RETURNS bigint LANGUAGE plpgsql AS
                    $$ BEGIN RETURN (SELECT count(nm) FROM users); END $$;
                CREATE FUNCTION of_people() RETURNS bigint LANGUAGE plpgsql AS
                    $$ BEGIN RETURN (SELECT count(name) FROM people); END $$;
                CREATE FUNCTION of_other() RETURNS bigint LANGUAGE sql AS $$ SELECT count(nm) FROM other $$;

                """
            }
            let project = try await Project(url: url, schema: schema("users", "nm"))
            try await project.done("revision", "-m", "first", "--rev-id", "r1")
            try await project.done("upgrade")
            try project.write(schema("people", "name"), to: "schema/schema.sql")
            let written = try await project.done(
                "revision", "-m", "renamed", "--rename", "table users=people", "--rename", "users.nm=name")
            let fact = """
                by hand: function public.of_users."": its body still names users, which is people now, and nm, which \
                is name now (schema/schema.sql:4:1)
                """
            #expect(written.contains(fact), "\(written)")
            #expect(!written.contains("of_people") && !written.contains("of_other"), "\(written)")
        }
    }

    @Test func differencesTellRenames() async throws {
        let project = try await Project(schema: "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, remark TEXT);\n")
        try project.write("CREATE TABLE t (id INTEGER PRIMARY KEY, nm TEXT, note TEXT);\n", to: "old.sql")
        let arguments = ["diff", "old.sql", "schema", "--rename", "t.nm=name"]
        let text = try await project.autogen(arguments)
        #expect(text.output.contains("> column main.t.nm -> name\n") && text.status == 1, "\(text.output)")
        #expect(text.output.contains("remark") && text.output.hasSuffix("3 differences\n"), "\(text.output)")
        let json = try await project.autogen(arguments + ["--format", "json"])
        #expect(json.output.contains(#""renames":["column main.t.nm -> name"]"#), "\(json.output)")
        #expect(json.output.contains(#""candidates":[{"rename":"column main.t.note -> remark","percent":"#))
        let report = try await project.autogen(arguments + ["--format", "markdown"])
        #expect(report.errors.hasPrefix("note: a report has no renames"), "\(report.errors)")
    }

    /// Which statement makes what is told by numbers that a large object takes, too.
    @Test func commentsBesideLargeObjects() async throws {
        try await Server().withDatabase { url in
            let text = "-- autogen:renamed-from a\nCREATE TABLE b (id int);\nSELECT lo_create(0);\n"
            let project = try await Project(url: url, schema: text)
            let refused = try await project.autogen("revision", "-m", "first")
            #expect(refused.status == 2, "\(refused.output)\(refused.errors)")
            #expect(
                refused.errors.hasPrefix("schema/schema.sql:1:1: error: autogen:renamed-from can't be bound"),
                "\(refused.errors)")
        }
    }

    /// What is wrong with a comment is said at its place.
    @Test func commentsThatMeanNothing() async throws {
        let project = try await Project(schema: "CREATE TABLE person (id INTEGER PRIMARY KEY, nm TEXT);\n")
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try await project.done("upgrade")
        for (text, message) in [
            (
                "CREATE TABLE person (id INTEGER PRIMARY KEY,\n    name TEXT  -- autogen:renamed-from n\n);",
                """
                schema/schema.sql:2:16: error: rename column main.person.name, autogen:renamed-from n: nothing has the old name; did you mean column main.person.nm?
                """
            ),
            (
                "CREATE TABLE person (id INTEGER PRIMARY KEY,\n    name TEXT  -- autogen:renamed-form nm\n);",
                "schema/schema.sql:2:16: error: autogen:renamed-form means nothing; did you mean autogen:renamed-from?"
            ),
            (
                "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);\n\n-- autogen:renamed-from nm\n",
                "schema/schema.sql:3:1: error: autogen:renamed-from stands beside nothing that has a name"
            ),
            (
                "CREATE TABLE person (id INTEGER PRIMARY KEY,\n    nm TEXT,\n    name TEXT -- autogen:renamed-from nm nm\n);",
                "schema/schema.sql:3:15: error: rename column main.person.name, autogen:renamed-from nm nm: "
            ),
        ] {
            try project.write(text, to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "renamed")
            #expect(refused.status == 2 && refused.errors.contains(message), "\(refused.errors)")
        }
        for (option, message) in [
            ("person.nm=elsewhere.name", "rename person.nm=elsewhere.name: column main.person.name is not declared"),
            ("mn=name", "rename mn=name: nothing has the old name"),
            (
                "person.nm=nome",
                "rename person.nm=nome: column main.person.nome is not declared; did you mean column main.person.name?"
            ),
        ] {
            try project.write(
                "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);\n", to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "renamed", "--rename", option)
            #expect(refused.status == 2 && refused.errors.contains(message), "\(refused.errors)")
        }
    }
}
