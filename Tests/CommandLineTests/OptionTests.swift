import Foundation
import Testing

/// What `autogen.yaml` can say beside where the database is.
@Suite struct OptionTests {
    private func project(_ configuration: String, schema: String = "CREATE TABLE a (id INT);\n") async throws -> Project
    {
        let project = try await Project(schema: schema)
        let url = configuration.contains("environments:") ? "" : "environments:\n  default:\n    url: sqlite:app.db\n"
        try project.write(configuration + "\n" + url, to: "autogen.yaml")
        return project
    }

    @Test func fileNames() async throws {
        let project = try await project(
            """
            revisions:
              file-template: "{year}/{x.team}-{slug}-{id}"
              time-zone: Europe/Berlin
              slug-length: 12
            """)
        let missing = try await project.autogen("revision", "-m", "first")
        #expect(missing.errors == "autogen.yaml:2:18: error: {x.team} has no value\nadd -x team=VALUE\n")
        let written = try await project.done(
            "revision", "-m", "First table of all", "-x", "team=Core Team", "--rev-id", "r1")
        #expect(written.hasPrefix("wrote revisions/20") && written.contains("/core_team-first_table-r1.sql\n"))
        try await project.done("upgrade", "-x", "team=x")
        #expect(try await project.done("current", "-x", "team=x") == "r1  First table of all (head)\n")
    }

    @Test func severalFolders() async throws {
        let project = try await project(
            "revisions:\n  directory: [revisions, vendor]\n  recursive: true\n  snapshots: state")
        try project.write(
            "-- revision: v\n-- down-revision: none\n-- dialect: sqlite\n-- upgrade\nCREATE TABLE v (id INT);\n-- downgrade\nDROP TABLE v;\n",
            to: "vendor/deep/v.sql")
        try await project.done("revision", "-m", "mine", "--head", "v", "--rev-id", "m", "--offline", "--drop", "v")
        #expect(try project.files("state") == ["m.json"])
        #expect(try await project.done("history").hasPrefix("m  mine (head)\nv  "))
    }

    @Test func versionTableAndTransactions() async throws {
        let project = try await project(
            "revisions:\n  version-table: applied\n  transaction: run\n  wait: 2s\n  lock-timeout: 500ms\n  retries: 1")
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try project.write(
            "-- revision: r2\n-- down-revision: r1\n-- dialect: sqlite\n-- upgrade\nSELECT nothing;\n-- downgrade\n",
            to: "revisions/r2.sql")
        #expect(try await project.autogen("upgrade").status == 3)
        #expect(try await project.done("current") == "base\n")
        try await project.done("upgrade", "r1")
        let tables = try await Program.run(
            "/usr/bin/env", ["sqlite3", "app.db", "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"],
            in: project.folder)
        #expect(tables.output == "a\napplied\n")
        #expect(try await project.done("diff", "live", "declared") == "no difference\n")
    }

    /// What is read goes by one URL, what migrates by the other.
    @Test func anotherURLForMigrations() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE a (id int);\n")
            let reading = "\(url) options='-c default_transaction_read_only=on'"
            let settings = "environments:\n  default:\n    url: \"\(reading)\"\n"
            try project.write(settings + "    scratch: same-server\n", to: "autogen.yaml")
            try await project.done("revision", "-m", "first", "--rev-id", "r1")
            #expect(try await project.autogen("upgrade").status == 3)
            try project.write(
                settings + "    scratch: same-server\n    migrate-url: \"\(url)\"\n", to: "autogen.yaml")
            try await project.done("upgrade")
            #expect(try await project.done("current") == "r1  first (head)\n")
            #expect(try await project.autogen("drift").status == 0)
            let given = try await project.autogen("downgrade", "base", "--url", reading, "--allow", "data-loss")
            #expect(given.status == 3 && given.errors.contains("read-only transaction"), "\(given.errors)")
            // A list of databases is not led to that one.
            try await Server().withDatabase { other in
                try project.write("one \(other)\n", to: "fleet.txt")
                try await project.done("upgrade", "--urls", "fleet.txt")
                #expect(try await project.run("SELECT to_regclass('a')", on: other) == "a\n")
            }
            try project.write(
                "environments:\n  default:\n    migrate-url: \"\(url)\"\n", to: "autogen.yaml")
            let alone = try await project.autogen("upgrade")
            #expect(alone.status == 2 && alone.errors.contains("stands without \"url\""), "\(alone.errors)")
            try project.write(settings + "    migrate-url: sqlite:x.db\n", to: "autogen.yaml")
            let other = try await project.autogen("upgrade")
            #expect(
                other.status == 2 && other.errors.contains("leads to sqlite, \"url\" to postgresql"), "\(other.errors)")
        }
    }

    @Test func schemaOfTheVersionTable() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE SCHEMA ops;\nCREATE TABLE a ();\n")
            let text = try project.text("autogen.yaml")
            try project.write(
                text.replacing("directory: revisions", with: "version-table: applied\n  version-table-schema: ops"),
                to: "autogen.yaml")
            try await project.done("revision", "-m", "first")
            try await project.done("upgrade")
            #expect(try await project.done("diff", "live", "declared") == "no difference\n")
            let found = try await Program.run(
                "/usr/bin/env", ["psql", "-qXAt", "-d", url, "-c", "SELECT count(*) FROM ops.applied"], in: "/")
            #expect(found.output == "1\n")
        }
    }

    @Test func hooks() async throws {
        let project = try await project(
            """
            revisions:
              hooks:
                - exec: sed -i 's/CREATE TABLE/CREATE  TABLE/'
                - exec: echo {x.who} $AUTOGEN_X_WHO {file} > log
            """)
        try await project.done("revision", "-m", "first", "-x", "who=ada l.")
        let file = "revisions/\(try project.files("revisions")[0])"
        #expect(try project.text(file).contains("CREATE  TABLE a"))
        #expect(try project.text("log").hasPrefix("ada l. ada l. "))
        #expect(try project.text("log").contains(file))
        #expect(try await project.done("check").hasPrefix("ok: "))
        try await project.done("upgrade")
        try project.write(
            project.text("autogen.yaml").replacing("echo {x.who} $AUTOGEN_X_WHO {file} > log", with: "\"false\""),
            to: "autogen.yaml")
        let failed = try await project.autogen("revision", "-m", "x", "--empty")
        #expect(failed.errors.hasPrefix("error: the hook \"false\" ended with status 1; revisions/"))
        #expect(failed.status == 2)
    }

    @Test func leftAlone() async throws {
        let project = try await project(
            """
            objects:
              exclude:
                - table: tmp_*
                  reason: made by the import
                - kind: index
            """, schema: "CREATE TABLE a (id INT);\n")
        try await Program.run(
            "/usr/bin/env",
            ["sqlite3", "app.db", "CREATE TABLE a (id INT); CREATE INDEX i ON a (id); CREATE TABLE tmp_x (id INT)"],
            in: project.folder)
        #expect(try await project.done("diff", "live", "declared") == "no difference\n")
        try project.write(project.text("autogen.yaml").replacing("tmp_*", with: "b*"), to: "autogen.yaml")
        #expect(
            try await project.autogen("diff", "live", "declared").output
                == "- table main.tmp_x\n! data loss: table main.tmp_x: drops the table with its rows\n1 difference\n")
    }

    @Test func includedSchemas() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE SCHEMA app;\nCREATE TABLE app.a ();\n")
            try project.write(
                project.text("autogen.yaml") + "\nobjects:\n  include:\n    - schema: app*\n", to: "autogen.yaml")
            try await Program.run(
                "/usr/bin/env",
                [
                    "psql", "-qX", "-d", url, "-c",
                    "CREATE SCHEMA app; CREATE TABLE app.a (); CREATE SCHEMA o; CREATE TABLE o.b ()",
                ],
                in: "/")
            #expect(try await project.done("diff", "live", "declared") == "no difference\n")
            let shown = try await project.done("inspect")
            #expect(shown.hasPrefix("CREATE SCHEMA app;\n") && shown.contains("app.a") && !shown.contains("public"))
            let written = try await project.done("inspect", "--format", "json", "--output", "all.json")
            #expect(written.isEmpty)
            #expect(try await project.done("diff", "all.json", "live") == "no difference\n")

            let other = try Project()
            try other.write(project.text("autogen.yaml"), to: "autogen.yaml")
            try await other.done("init", "--from-database")
            for name in try FileManager.default.subpathsOfDirectory(atPath: other.folder) where name.hasSuffix(".sql") {
                #expect(try !other.text(name).contains("public") && !other.text(name).contains("o.b"), "\(name)")
            }
            for look in [["check", "--live"], ["drift"], ["verify"]] {
                let outcome = try await other.autogen(look)
                #expect(outcome.status == 0, "\(look): \(outcome.output)\(outcome.errors)")
            }
        }
    }

    /// What no rule includes is on no side, though it is in every new database.
    @Test func withoutTheUsualSchema() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE SCHEMA app;\nCREATE TABLE app.a ();\n")
            let configuration = try project.text("autogen.yaml")
            try project.write(configuration + "\nobjects:\n  include:\n    - schema: app\n", to: "autogen.yaml")
            try await Server().run("DROP SCHEMA public CASCADE; CREATE SCHEMA ops", in: url)
            try project.write(
                project.text("autogen.yaml").replacing(
                    "directory: revisions", with: "directory: revisions\n  version-table-schema: ops"),
                to: "autogen.yaml")
            try await project.done("revision", "-m", "first")
            try await project.done("upgrade")
            for look in [["check", "--live"], ["drift"], ["verify"], ["diff", "live", "declared"]] {
                let outcome = try await project.autogen(look)
                #expect(outcome.status == 0, "\(look): \(outcome.output)\(outcome.errors)")
            }
            for name in try project.files("revisions") where name.hasSuffix(".sql") {
                #expect(try !project.text("revisions/\(name)").contains("public"))
            }
        }
    }

    @Test func names() async throws {
        let project = try await project(
            "naming:\n  index: ix_{table}_{columns}\n  unique: uq_{table}_{columns}",
            schema: "CREATE TABLE a (id INT, n INT, CONSTRAINT wrong UNIQUE (n));\nCREATE INDEX ix_a_id ON a (id);\n")
        let refused = try await project.autogen("revision", "-m", "first")
        #expect(
            refused.errors == """
                error: new names do not follow the convention:
                  constraint main.a.wrong should be named uq_a_n
                    CONSTRAINT uq_a_n UNIQUE (n)
                --allow naming lets them pass

                """)
        #expect(refused.status == 4)
        try await project.done("revision", "-m", "first", "--allow", "naming")
    }

    /// What its author leaves unnamed gets the convention's name when it is made, and what is there keeps its own.
    @Test func namesForTheUnnamed() async throws {
        try await Server().withDatabase { url in
            let project = try await project(
                "environments:\n  default:\n    url: \(url)",
                schema: "CREATE TABLE old (id int PRIMARY KEY, n int UNIQUE);\nCREATE INDEX ON old (n, id);\n")
            // Made before there was a convention.
            try await project.done("revision", "-m", "old")
            try await project.done("upgrade")
            try project.write(
                """
                naming:
                  primary-key: pk_{table}
                  unique: uq_{table}_{columns}
                  foreign-key: fk_{table}_{columns}_{referenced}
                  check: ck_{table}_{columns}
                  index: ix_{table}_{columns}
                environments:
                  default:
                    url: \(url)
                """, to: "autogen.yaml")
            #expect(try await project.done("diff", "live", "declared") == "no difference\n")
            #expect(try await project.done("diff", "declared", "live") == "no difference\n")
            let long = String(repeating: "l", count: 40)
            try project.write(
                """
                CREATE TABLE new (
                    id int PRIMARY KEY, old int REFERENCES old, CHECK (id > 0), UNIQUE (old, id),
                    CONSTRAINT named UNIQUE (id, old)
                );
                CREATE INDEX ON new (old);
                CREATE TABLE \(long) (\(long) int UNIQUE);
                COMMENT ON CONSTRAINT new_pkey ON new IS 'the key';
                ALTER TABLE new REPLICA IDENTITY USING INDEX new_pkey;
                ALTER TABLE new ALTER old SET NOT NULL;
                """, to: "schema/new.sql")
            let refused = try await project.autogen("revision", "-m", "new")
            #expect(
                refused.errors.hasSuffix(
                    """
                    error: new names do not follow the convention:
                      constraint public.new.named should be named uq_new_id_old
                        CONSTRAINT uq_new_id_old UNIQUE (id, old)
                    --allow naming lets them pass

                    """), "\(refused.errors)")
            try project.write(
                project.text("schema/new.sql").replacing("CONSTRAINT named", with: "CONSTRAINT uq_new_id_old"),
                to: "schema/new.sql")
            let written = try await project.autogen("revision", "-m", "new")
            #expect(written.errors.contains("proved: up and down; "), "\(written.errors)")
            try await project.done("check")
            try await project.done("upgrade")
            let names = try await Server().run(
                """
                SELECT string_agg(name, ' ' ORDER BY name COLLATE "C") FROM (
                  SELECT conname::text AS name FROM pg_constraint WHERE contype <> 'n' AND conrelid <> 0 AND
                    connamespace = 'public'::regnamespace AND conrelid <> 'autogen_version'::regclass
                  UNION SELECT indexrelid::regclass::text FROM pg_index
                  WHERE indrelid = 'new'::regclass AND NOT indisunique) names
                """, in: url)
            let cut = "uq_\(long)_\(long)".prefix(63)
            #expect(
                names
                    == "ck_new_id fk_new_old_old ix_new_old old_n_key old_pkey pk_new \(cut) uq_new_id_old uq_new_old_id\n"
            )
            for arguments in [["diff", "live", "declared"], ["check", "--live"], ["drift", "--against", "declared"]] {
                let outcome = try await project.autogen(arguments)
                #expect(outcome.status == 0, "\(arguments): \(outcome.output)\(outcome.errors)")
            }
            try project.write("-- nothing new\n" + project.text("schema/new.sql"), to: "schema/new.sql")
            try await project.done("check")
            #expect(try await project.done("revision", "-m", "none").hasPrefix("nothing to do"))
        }
    }

    /// `--tag` is one of the values of `-x`.
    @Test func tag() async throws {
        let project = try await project(
            """
            revisions:
              hooks:
                - exec: echo "$AUTOGEN_X_TAG" {x.tag} >> tags; true
            environments:
              default:
                url: sqlite:${x.tag}.db
            """)
        try await project.done("--tag", "eu", "revision", "-m", "first", "--rev-id", "r1")
        #expect(try project.text("tags").hasPrefix("eu eu"))
        try await project.done("upgrade", "--tag", "eu")
        try await project.done("stamp", "r1", "--tag", "us")
        try await project.done("downgrade", "base", "--tag", "eu")
        #expect(try project.files(".").filter { $0.hasSuffix(".db") } == ["eu.db", "us.db"])
        #expect(try await project.done("current", "--tag", "us") == "r1  first (head)\n")
        let missing = try await project.autogen("upgrade")
        #expect(missing.errors.contains("${x.tag} has no value\nadd -x tag=VALUE"))
    }

    @Test func severalEnvironments() async throws {
        let project = try await project(
            """
            environments:
              default:
                url: sqlite:app.db
              eu:
                url: sqlite:${x.name}.db
              orders:
                url: sqlite:orders.db
                source: orders
                directory: orders-revisions
                snapshots: orders-snapshots
            """)
        try project.write("CREATE TABLE o (id INT);\n", to: "orders/o.sql")
        try await project.done("revision", "-m", "first", "--rev-id", "f")
        try await project.done("revision", "-m", "orders", "--rev-id", "o", "--env", "orders")
        let all = try await project.done("upgrade", "--env", "all", "-x", "name=eu")
        #expect(all == "default:\nupgraded to f  first\neu:\nupgraded to f  first\norders:\nupgraded to o  orders\n")
        let two = try await project.done("current", "--env", "default", "--env", "orders")
        #expect(two == "default:\nf  first (head)\norders:\no  orders (head)\n")
        #expect(try project.files("orders-snapshots") == ["o.json"])
        let several = try await project.autogen("revision", "-m", "x", "--env", "default", "--env", "orders")
        #expect(several.errors == "error: this command works on one environment: default, orders are given\n")
        let unset = try await project.autogen("upgrade", "--env", "eu")
        #expect(unset.errors == "autogen.yaml:5:17: error: ${x.name} has no value\nadd -x name=VALUE\n")
    }

    @Test(
        arguments: [
            (
                "revisions:\n  recursiv: true",
                "2:3: error: unknown key \"recursiv\" in \"revisions\"; did you mean \"recursive\"?"
            ),
            ("revisions:\n  file-template: \"{idd}\"", "2:18: error: unknown field {idd}; did you mean {id}?"),
            (
                "revisions:\n  file-template: \"{year}\"",
                "2:18: error: \"{year}\" gives every revision the same name; it lacks {id}"
            ),
            (
                "revisions:\n  time-zone: Berlin",
                "2:14: error: there is no time zone \"Berlin\"; names are such as Europe/Berlin"
            ),
            ("revisions:\n  slug-length: 0", "2:16: error: \"slug-length\" must be a number from 1 to 200"),
            (
                "revisions:\n  transaction: runs",
                "2:16: error: \"transaction\" must be revision, run, none; did you mean \"run\"?"
            ),
            (
                "revisions:\n  lock-timeout: soon",
                "2:17: error: \"lock-timeout\" must be a time such as 500ms, 5s or 2m"
            ),
            ("revisions:\n  recursive: perhaps", "2:14: error: \"recursive\" must be true or false"),
            (
                "revisions:\n  hooks:\n    - exce: x",
                "3:7: error: unknown key \"exce\" in a hook; did you mean \"exec\"?"
            ),
            ("objects:\n  exclude:\n    - kind: tabel", "3:13: error: unknown kind \"tabel\"; did you mean \"table\"?"),
            ("objects:\n  exclude:\n    - reason: x", "3:7: error: a rule must have \"schema\", \"table\" or \"kind\""),
            (
                "naming:\n  index: \"{colums}\"",
                "2:10: error: unknown field {colums}; known are {schema}, {table}, {columns}, {referenced}"
            ),
        ]) func faults(_ configuration: String, _ message: String) async throws
    {
        let project = try await project(configuration)
        let outcome = try await project.autogen("history")
        #expect(outcome.errors == "autogen.yaml:\(message)\n")
        #expect(outcome.status == 2)
    }
}
