import AutogenConnection
@testable import AutogenMetadata
import AutogenPostgresConnection
import AutogenSchema
import Testing

@Suite struct PostgresLoadTests {
    private let relations: SQL = """
        SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'i')
        ORDER BY 1
        """

    @Test func ordersByTrying() async throws {
        let project = try Project([
            "a_views.sql": "CREATE VIEW active AS SELECT id, label(state) FROM orders WHERE state <> 'done';",
            "b_keys.sql": """
            ALTER TABLE users ADD FOREIGN KEY (last_order) REFERENCES orders;
            ALTER TABLE orders ADD FOREIGN KEY (buyer) REFERENCES users;
            """,
            "c_tables.sql": """
            CREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint, state app.state DEFAULT 'new');
            CREATE TABLE users (id bigint PRIMARY KEY, last_order bigint);
            """,
            "d_types.sql": """
            CREATE FUNCTION label(app.state) RETURNS text LANGUAGE sql AS 'SELECT name FROM labels WHERE state = $1';
            CREATE TYPE app.state AS ENUM ('new', 'done');
            CREATE SCHEMA app;
            CREATE TABLE labels (state app.state, name text);
            """,
        ])
        let loaded = try await project.load(.postgresql, query: relations)
        #expect(loaded.values == ["active", "labels", "orders", "orders_pkey", "users", "users_pkey"])
        #expect(loaded.notes.isEmpty)
    }

    /// What acts on objects to come has its effect on what stands behind it, whatever had to wait.
    @Test func defaultPrivilegesKeepTheirPlace() async throws {
        let project = try Project([
            "a.sql": "CREATE TABLE before (kind mood);",
            "b.sql": "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;\nCREATE TYPE other AS ENUM ('x');",
            "c.sql": "CREATE TABLE after (kind other);",
            "0.sql": "CREATE VIEW first AS SELECT * FROM before;\nCREATE TYPE mood AS ENUM ('y');",
        ])
        let loaded = try await project.load(
            .postgresql,
            query: "SELECT relname FROM pg_class WHERE relacl IS NOT NULL AND relnamespace = 'public'::regnamespace")
        #expect(loaded.values == ["after"])
    }

    @Test func reportsACycleWithEveryStatementInIt() async throws {
        let project = try Project([
            "a.sql": "CREATE TABLE t (id int);\nCREATE VIEW a AS SELECT * FROM b;\n",
            "b.sql": "CREATE VIEW b AS\n  SELECT * FROM a;\n",
        ])
        let error = try #require(await project.problems(.postgresql))
        #expect(
            error.description == """
                a.sql:2:32: error: relation "b" does not exist (42P01)
                  2 | CREATE VIEW a AS SELECT * FROM b;
                    |                                ^
                b.sql:2:17: error: relation "a" does not exist (42P01)
                  2 |   SELECT * FROM a;
                    |                 ^
                """)
    }

    @Test func pointsAtTheFaultBehindOtherStatements() async throws {
        let fine = (1...700).map { "CREATE TABLE \"té\($0)\" (id int);\n" }.joined()
        let project = try Project([
            "a.sql": fine,
            "b.sql":
                "CREATE TABLE ok (id int);\n\n\tCREATE TABLE bad (é int,, b int);\nCREATE VIEW v AS SELECT * FROM bad;",
        ])
        let error = try #require(await project.problems(.postgresql))
        #expect(
            error.description == """
                b.sql:3:26: error: syntax error at or near "," (42601)
                  3 | \tCREATE TABLE bad (é int,, b int);
                    | \t                        ^
                1 more statement needs what these would have made
                """)
    }

    @Test func reportsDetailAndHint() async throws {
        let project = try Project([
            "a.sql": "SELECT 1;\nCREATE TABLE t (a int, b text GENERATED ALWAYS AS (uper('x')) STORED);"
        ])
        let error = try #require(await project.problems(.postgresql))
        #expect(
            error.description == """
                a.sql:2:52: error: function uper(unknown) does not exist (42883)
                  2 | CREATE TABLE t (a int, b text GENERATED ALWAYS AS (uper('x')) STORED);
                    |                                                    ^
                  hint: No function matches the given name and argument types. You might need to add explicit type casts.
                """)
    }

    @Test func followsIncludes() async throws {
        let project = try Project([
            "main.sql": "\\ir parts/one.sql\n\\i parts/two.sql\n", "parts/one.sql": "\\ir deep/three.sql\n",
            "parts/two.sql": "CREATE TABLE two (id int);", "parts/deep/three.sql": "CREATE TABLE three (id int);",
        ])
        #expect(try await project.load(.postgresql, ["main.sql"], query: relations).values == ["three", "two"])
        // The parts are found in the folder as well, and still run once.
        #expect(try await project.load(.postgresql, query: relations).values == ["three", "two"])
    }

    @Test func refusesIncludesThatLeadNowhere() async throws {
        let project = try Project(["a.sql": "\\i b.sql\n", "b.sql": "SELECT 1;\n\\ir a.sql\n\\ir c.sql\n"])
        let error = try #require(await project.problems(.postgresql, ["a.sql"]))
        #expect(
            error.problems.map { "\($0.file):\($0.line):\($0.column) \($0.message)" } == [
                "b.sql:2:1 a.sql includes itself", "b.sql:3:1 c.sql: there is no such file or folder",
            ])
    }

    @Test func skipsCommandsAndTransactionsAndWhatIsTheServers() async throws {
        let project = try Project([
            "a.sql": """
            \\restrict abc
            \\connect shop
            BEGIN;
            CREATE DATABASE shop;
            CREATE SCHEMA public;
            SET client_encoding = 'UTF8';
            SET no_such_setting_of_any_version = 1;
            CREATE TABLE a (id int);
            CREATE INDEX CONCURRENTLY a_id ON a (id);
            DROP TABLE missing;
            COPY a (id) FROM stdin;
            1
            \\.
            INSERT INTO a VALUES (2);
            GRANT ALL ON DATABASE postgres TO PUBLIC;
            COMMIT;
            """
        ])
        let loaded = try await project.load(.postgresql, query: relations)
        #expect(loaded.values == ["a", "a_id"])
        #expect(
            loaded.notes.map { "\($0.line) \($0.level): \($0.text)" } == [
                "1 note: \\restrict is a command of the shell and is skipped",
                "2 note: \\connect is a command of the shell and is skipped",
                "4 note: CREATE DATABASE concerns the server and is skipped",
                """
                7 warning: unrecognized configuration parameter "no_such_setting_of_any_version"; the setting is left out
                """,
                "10 warning: there is nothing to drop: table \"missing\" does not exist",
                "12 warning: the data of COPY is skipped: a schema has no rows",
                "14 warning: a data statement (INSERT): run in the scratch database only, never part of a revision",
                "15 note: GRANT ON DATABASE concerns the server and is skipped",
            ])
    }

    @Test func settingsEndWithTheirFile() async throws {
        let project = try Project([
            "a.sql": """
            CREATE SCHEMA app;
            CREATE VIEW early AS SELECT * FROM late;
            SELECT pg_catalog.set_config('search_path', 'app', false);
            CREATE TABLE a (id int);
            CREATE VIEW waits AS SELECT * FROM public.late;
            """, "b.sql": "CREATE TABLE b (id int);\nCREATE TABLE late (id int);",
        ])
        let loaded = try await project.load(
            .postgresql,
            query: """
                SELECT relnamespace::regnamespace || '.' || relname FROM pg_class
                WHERE relname IN ('a', 'b', 'early', 'waits') ORDER BY relname
                """)
        #expect(loaded.values == ["app.a", "public.b", "public.early", "app.waits"])
    }

    @Test func usesAnEnumLabelThatWasAdded() async throws {
        let project = try Project([
            "a.sql": "CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'b'; CREATE TABLE t (x e DEFAULT 'b');"
        ])
        #expect(try await project.load(.postgresql, query: relations).values == ["t"])
    }

    @Test func standsInForMissingRoles() async throws {
        let (plain, block) = (
            "autogen_test_plain_\(UInt32.random(in: 0...9999))", "autogen_test_do_\(UInt32.random(in: 0...9999))"
        )
        let project = try Project([
            "a.sql": """
            ALTER TABLE t OWNER TO \(plain);
            CREATE TABLE t (id int);
            DO $$ BEGIN CREATE ROLE \(block); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            CREATE ROLE \(plain) LOGIN SUPERUSER PASSWORD 'x';
            GRANT SELECT ON t TO \(block);
            """
        ])
        let query: SQL = "SELECT rolsuper FROM pg_roles WHERE rolname IN (\(literal: plain), \(literal: block))"
        #expect(try await project.load(.postgresql, query: query).values == ["f", "f"])
        #expect(try await TestServer.column(query).isEmpty)
    }

    @Test func saysThatAnOwnerIsMissing() async throws {
        let project = try Project(["a.sql": "CREATE TABLE t (id int);\nALTER TABLE t OWNER TO autogen_nobody;"])
        let problem = try #require(await project.problems(.postgresql)?.problems.first)
        #expect(problem.message == "role \"autogen_nobody\" does not exist")
        #expect(problem.hint?.hasPrefix("roles belong to the server") == true)
        #expect(problem.line == 2)
    }

    @Test(arguments: [
        (
            "CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p;",
            "CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p WITH (connect = false);"
        ),
        (
            "CREATE SUBSCRIPTION s CONNECTION 'connect = false' PUBLICATION p WITH (Connect = on, slot_name = 'connect=off')",
            "CREATE SUBSCRIPTION s CONNECTION 'connect = false' PUBLICATION p WITH (connect = false, slot_name = 'connect=off');"
        ),
        (
            "CREATE SUBSCRIPTION s CONNECTION 'x with (y' PUBLICATION \"with (\", q with (binary = true)",
            "CREATE SUBSCRIPTION s CONNECTION 'x with (y' PUBLICATION \"with (\", q with (connect = false, binary = true);"
        ),
    ])
    func subscriptionsAreReadOffline(_ text: String, _ rewritten: String) {
        #expect(SubscriptionRewrite.offline(text) == rewritten)
        #expect(SubscriptionRewrite.offline(rewritten) == nil)
    }

    /// A body ends where the grammar says, and not at a name that is spelled like its end.
    @Test func readsBodiesWithNamesLikeKeyWords() async throws {
        let project = try Project([
            "a.sql": """
            CREATE TABLE t (begin int, "end" int, "case" int);
            CREATE FUNCTION f() RETURNS SETOF int BEGIN ATOMIC SELECT t.end FROM t; SELECT begin FROM t; SELECT t.case FROM t;
            END;
            CREATE TABLE u (id int);
            """
        ])
        let query: SQL = "SELECT count(*) FROM pg_proc WHERE proname = 'f' AND to_regclass('u') IS NOT NULL"
        #expect(try await project.load(.postgresql, query: query).values == ["1"])
    }

    /// Each kind of name says where it was declared before.
    @Test(arguments: [
        ("CREATE TABLE shop (id int);", "CREATE TABLE shop (id text);", "42P07"),
        ("CREATE TABLE t (id int);\nCREATE INDEX t_id ON t (id);", "CREATE INDEX t_id ON t (id DESC);", "42P07"),
        ("CREATE VIEW one AS SELECT 1;", "CREATE VIEW one AS SELECT 2;", "42P07"),
        ("CREATE TYPE mood AS ENUM ('a');", "CREATE TYPE mood AS ENUM ('b');", "42710"),
        (
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
            "CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 2';", "42723"
        ),
        (
            "CREATE TABLE t (id int);\nALTER TABLE t ADD CONSTRAINT few CHECK (id < 9);",
            "ALTER TABLE t ADD CONSTRAINT few CHECK (id < 8);", "42710"
        ),
        ("CREATE SCHEMA app;", "CREATE SCHEMA app;", "42P06"),
        ("CREATE SEQUENCE s;", "CREATE SEQUENCE s;", "42P07"),
    ])
    func declaredTwice(_ first: String, _ second: String, _ code: String) async throws {
        let project = try Project(["a.sql": "-- first\n" + first, "b.sql": "\n\n" + second])
        let error = try #require(await project.problems(.postgresql))
        let line = first.split(separator: "\n").count + 1
        #expect(error.description.contains("(\(code))"), "\(error)")
        #expect(error.description.hasSuffix("  hint: declared twice: a.sql:\(line) and b.sql:3"), "\(error)")
    }

    @Test func ignoredDeclaration() async throws {
        let project = try Project([
            "a.sql": "CREATE TABLE shop (id int);\nCREATE SCHEMA IF NOT EXISTS public;\n",
            "b.sql": "CREATE TABLE IF NOT EXISTS shop (id text);\nCREATE EXTENSION IF NOT EXISTS plpgsql;\n",
        ])
        let loaded = try await project.load(.postgresql, query: relations)
        #expect(
            loaded.notes.map(\.description) == [
                "b.sql:1:1: warning: is ignored, since a.sql:1 declares it already: one of the two is to go"
            ])
    }
}
