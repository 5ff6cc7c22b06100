import Testing

/// Input that no command can work with: what is said, the exit code, and that nothing was changed.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let errors: String
        var files: [String: String] = [:]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let forms = """
        accepted forms:
          sqlite:PATH, sqlite:///ABSOLUTE/PATH, sqlite::memory:
          postgresql://[USER[:PASSWORD]@][HOST[:PORT]][,...][/DATABASE][?KEY=VALUE[&...]]
          host=HOST dbname=DATABASE ... (libpq's key words and values)
        """

    static let cases = [
        Case(
            arguments: ["upgrad"], status: 2, errors: "error: there is no command \"upgrad\"; did you mean \"upgrade\"?"
        ),
        Case(
            arguments: ["inspect", "postgresql://bob:hidden@127.0.0.1:1/shop"], status: 3,
            errors: """
                error: cannot connect to postgresql://bob:***@127.0.0.1:1/shop: connection to server at "127.0.0.1", \
                port 1 failed: Connection refused
                \tIs the server running on that host and accepting TCP/IP connections?
                """),
        Case(
            arguments: ["inspect", "mysql://bob:hidden@host/shop"], status: 2,
            errors: "error: not a database URL: mysql: is no database that autogen knows\n\(forms)"),
        Case(
            arguments: ["diff", "nowhere.sql", "schema"], status: 2,
            errors: "error: nowhere.sql: there is no such file or folder"),
        Case(
            arguments: ["diff", "nowhere", "sqlite:app.db"], status: 2,
            errors: """
                error: nowhere: there is no such file or folder, and it is no database URL (sqlite:PATH, \
                postgresql://...), revision:ID, git:REF:PATH, declared or live
                """),
        Case(
            arguments: ["diff", "app.db", "schema"], status: 2,
            errors: "error: app.db: write sqlite:app.db for the SQLite database in this file"),
        Case(
            arguments: ["revision", "-m", "first"], status: 2,
            errors: "error: schema: the folder holds no .sql file, at any depth"),
        Case(
            arguments: ["check"], status: 3,
            errors: """
                schema/a.sql:2:8: error: near "TABEL": syntax error (SQLITE_ERROR)
                  2 | CREATE TABEL b (id INT);
                    |        ^
                """, files: ["schema/a.sql": "CREATE TABLE a (id INT);\nCREATE TABEL b (id INT);\n"]),
        Case(
            arguments: ["diff", "broken.json", "schema"], status: 2,
            errors: "error: broken.json: not a snapshot: line 1: the text ends too early", files: ["broken.json": "["]),
        Case(
            arguments: ["inspect", "app.json"], status: 2,
            errors: """
                error: app.json: there is no such file or folder, and it is no database URL (sqlite:PATH, \
                postgresql://...), revision:ID, git:REF:PATH, declared or live
                """),
        Case(
            arguments: ["inspect", "sqlite:missing.db"], status: 3,
            errors: "error: cannot open missing.db: there is no such file (SQLITE_CANTOPEN)"),
        Case(
            arguments: ["inspect", "sqlite:note.txt"], status: 3,
            errors: "error: note.txt is not a SQLite database, or it is encrypted (SQLITE_NOTADB)",
            files: ["note.txt": String(repeating: "not a database. ", count: 64)]),
        Case(
            arguments: ["current", "--config", "other.yaml"], status: 2,
            errors: "other.yaml:2:3: error: unknown key \"sorce\" in \"schema\"; did you mean \"source\"?",
            files: ["other.yaml": "schema:\n  sorce: [schema]\n"]),
        Case(
            arguments: ["current", "--config", "other.yaml"], status: 2,
            errors: "other.yaml:3:18: error: the variable AUTOGEN_TEST_UNSET is not set",
            files: ["other.yaml": "environments:\n  default:\n    url: sqlite:/${AUTOGEN_TEST_UNSET}\n"]),
        Case(
            arguments: ["current", "--config", "other.yaml"], status: 2,
            errors:
                "other.yaml:3:10: error: \"url\" is not a database URL: postgre: is no database that autogen knows\n\(forms)",
            files: ["other.yaml": "environments:\n  default:\n    url: postgre://bob:hidden@host/shop\n"]),
        Case(
            arguments: ["current", "--config", "other.yaml"], status: 2,
            errors: "other.yaml:2:1: error: not YAML: did not find expected node content",
            files: ["other.yaml": "environments: [\n"]),
        Case(
            arguments: ["current", "--env", "defualt"], status: 2,
            errors: "error: autogen.yaml: no environment \"defualt\"; did you mean \"default\"?"),
        Case(
            arguments: ["upgrade", "3f2a"], status: 2, errors: "error: no revision \"3f2a\"; see autogen history"),
        Case(
            arguments: ["downgrade", "head~1"], status: 2,
            errors: """
                error: "head~1" names no revision: write an id or its beginning, head, base or current, and steps from \
                there if need be (head-1, +1)
                """),
        Case(
            arguments: ["history"], status: 2,
            errors: """
                revisions/a.sql:2:1: error: unknown key "down-revison" in the header; did you mean "down-revision"?
                """,
            files: ["revisions/a.sql": "-- revision: aaaaaaaaaaaa\n-- down-revison: none\n-- upgrade\n-- downgrade\n"]),
        Case(
            arguments: ["init", "--url", "postgresql://bob:hidden@host/shop"], status: 2,
            errors: """
                error: the URL holds a password, which does not belong in a file; use --url '${DATABASE_URL}' and set \
                that variable
                """),
        Case(arguments: ["init"], status: 2, errors: "error: autogen.yaml is there already; nothing was changed"),
    ]

    @Test(arguments: cases) func isRefused(_ item: Case) async throws {
        let project = try Project()
        try await project.done("init", "--url", "sqlite:app.db")
        for (name, text) in item.files { try project.write(text, to: name) }
        let before = try project.contents()
        let outcome = try await project.autogen(item.arguments)
        #expect(outcome.errors == item.errors + "\n")
        #expect(outcome.output == "")
        #expect(outcome.status == item.status)
        #expect(try project.contents() == before)
    }

    /// A folder where a file is expected stands for what the system refuses to read, also to the superuser.
    @Test func unreadableFile() async throws {
        let project = try Project()
        try await project.done("init")
        try project.write("", to: "schema/a.sql/inside.txt")
        try project.write("", to: "revisions/b.sql/inside.txt")
        let history = try await project.autogen("history")
        #expect(history.errors == "error: revisions/b.sql: the file can't be read\n")
        #expect(history.status == 2)
        let schema = try await project.autogen("inspect", "schema/a.sql", "--dialect", "sqlite")
        #expect(schema.errors == "error: schema/a.sql: the folder holds no .sql file, at any depth\n")
        #expect(schema.status == 2)
    }

    @Test func needsAProject() async throws {
        let project = try Project()
        let outcome = try await project.autogen("upgrade")
        #expect(
            outcome.errors
                == "error: autogen.yaml: there is no such file here; autogen init makes it, --config FILE names another\n"
        )
        #expect(outcome.status == 2)
        #expect(try project.contents().isEmpty)
    }

    @Test func serverRefuses() async throws {
        let server = try Server()
        let project = try Project()
        let database = "autogen_no_such_database"
        let missing = try await project.autogen("inspect", server.url(database))
        #expect(missing.errors.contains("database \"\(database)\" does not exist"))
        #expect(missing.status == 3)
        let stranger = try await project.autogen(
            "inspect",
            "host=\(server.host) port=\(server.port) user=autogen_no_such_role password=hidden dbname=postgres")
        #expect(stranger.errors.contains("password=***"))
        #expect(stranger.errors.contains("role \"autogen_no_such_role\" does not exist"))
        #expect(!stranger.errors.contains("hidden"))
        #expect(stranger.status == 3)
    }
}
