import AutogenConnection
import AutogenDiff
import AutogenMetadata
import AutogenPostgresConnection
import AutogenReflection
import AutogenSchema
import Testing

/// What the role of a scratch database is refused waits for its administrator, or runs in another form; the schema that is
/// read is the one that a superuser's own run makes.
@Suite struct WaitingStatementTests {
    @Test(arguments: [
        // What an owner may do goes by who that is, so what is said of it waits with the owner.
        """
        CREATE TABLE t (id int); ALTER TABLE t OWNER TO pg_monitor; REVOKE ALL ON t FROM pg_monitor;
        CREATE TABLE u (id int); GRANT SELECT ON u TO pg_read_all_stats; ALTER TABLE u OWNER TO pg_read_all_stats;
        REVOKE INSERT ON u FROM pg_read_all_stats;
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f() OWNER TO pg_monitor;
        REVOKE ALL ON FUNCTION f() FROM PUBLIC; REVOKE ALL ON FUNCTION f() FROM pg_monitor;
        GRANT EXECUTE ON FUNCTION f() TO pg_read_all_stats;
        """,
        // A sequence keeps the owner that its table had when it left that.
        """
        CREATE TABLE t (id serial); ALTER TABLE t OWNER TO pg_monitor; ALTER SEQUENCE t_id_seq OWNED BY NONE;
        """,
        """
        CREATE SCHEMA s; SET search_path = s; CREATE TABLE t (id serial); CREATE TABLE u (id int);
        ALTER TABLE t OWNER TO pg_monitor; ALTER TABLE u OWNER TO pg_monitor; SET search_path = public;
        CREATE TABLE t (id int); ALTER SEQUENCE s.t_id_seq OWNED BY s.u.id;
        """,
        // What waits is about an object, whatever that is called by then, and not about a name.
        """
        CREATE TABLE t (id int); ALTER TABLE t OWNER TO pg_monitor; GRANT SELECT ON t TO pg_read_all_stats;
        ALTER TABLE t RENAME TO "Other one";
        CREATE TABLE gone (id int); ALTER TABLE gone OWNER TO pg_monitor; DROP TABLE gone; CREATE TABLE gone (id int);
        CREATE SCHEMA s; CREATE VIEW v AS SELECT 1 AS x; ALTER VIEW v OWNER TO pg_monitor; ALTER VIEW v SET SCHEMA s;
        CREATE DOMAIN d AS int; ALTER DOMAIN d OWNER TO pg_monitor; ALTER DOMAIN d SET SCHEMA s;
        CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f(a int) OWNER TO pg_monitor;
        REVOKE ALL ON FUNCTION f(a int) FROM PUBLIC; ALTER FUNCTION f SET SCHEMA s;
        ALTER SCHEMA s OWNER TO pg_monitor; ALTER SCHEMA s RENAME TO r;
        CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int);
        GRANT SELECT, INSERT (id) ON a, b, TABLE_C TO pg_monitor; DROP TABLE b; ALTER TABLE a RENAME TO z;
        """.replacing("TABLE_C", with: "public.c"),
        // What is said of all is said of those that are there, of a column whatever it is called, of the user as he is.
        """
        CREATE TABLE a (id int, name text); ALTER TABLE a OWNER TO pg_monitor; CREATE SEQUENCE s;
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_read_all_stats; CREATE TABLE later (id int);
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pg_read_all_stats;
        GRANT UPDATE (name) ON a TO pg_read_all_stats; ALTER TABLE a RENAME name TO title;
        GRANT DELETE ON a TO CURRENT_USER; GRANT EXECUTE ON FUNCTION pg_catalog.pg_ls_logdir() TO pg_read_all_stats;
        CREATE TABLE b (id int); ALTER TABLE b OWNER TO pg_monitor; ALTER TABLE b OWNER TO CURRENT_USER;
        CREATE AGGREGATE cnt(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
        ALTER AGGREGATE cnt(*) OWNER TO pg_monitor; GRANT EXECUTE ON FUNCTION cnt() TO pg_read_all_stats;
        CREATE DOMAIN "time" AS int; REVOKE USAGE ON DOMAIN public."time" FROM PUBLIC;
        """,
        // Nothing is reached through a wrapper without a handler.
        """
        CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true'); CREATE SERVER far FOREIGN DATA WRAPPER w;
        CREATE FOREIGN TABLE film (id bigint NOT NULL) SERVER far;
        ALTER TABLE film ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH 3);
        """,
        // Parsers and templates of functions that the server has for them are called by an administrator, too.
        """
        CREATE TEXT SEARCH PARSER one (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
          LEXTYPES = prsd_lextype);
        CREATE TEXT SEARCH PARSER two (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
          LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
        CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
        CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = plain);
        CREATE TEXT SEARCH CONFIGURATION texts (PARSER = two);
        ALTER TEXT SEARCH CONFIGURATION texts ADD MAPPING FOR asciiword WITH words, english_stem;
        CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
        """,
        // An aggregate whose state is the server's own.
        """
        CREATE FUNCTION step(internal, integer) RETURNS internal LANGUAGE internal AS 'int4_avg_accum';
        CREATE AGGREGATE average(integer) (SFUNC = step, STYPE = internal, FINALFUNC = numeric_avg);
        CREATE AGGREGATE mean(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg);
        ALTER AGGREGATE mean(numeric) OWNER TO pg_monitor;
        """,
    ])
    func readsWhatASuperuserMakes(_ script: String) async throws { try await check(script) }

    /// What is said of an extension does not keep the administrator from making one that needs it.
    @Test(has("cube"), has("earthdistance"), has("hstore")) func extensionsAreMadeForOthers() async throws {
        try await check(
            """
            CREATE EXTENSION IF NOT EXISTS cube; COMMENT ON EXTENSION cube IS 'cubes'; COMMENT ON EXTENSION cube IS 'more';
            CREATE EXTENSION IF NOT EXISTS earthdistance; COMMENT ON EXTENSION earthdistance IS 'the earth';
            CREATE EXTENSION hstore; COMMENT ON EXTENSION hstore IS 'pairs'; COMMENT ON EXTENSION hstore IS NULL;
            CREATE TABLE places (at earth, pairs hstore);
            """)
    }

    private static func has(_ name: String) -> ConditionTrait {
        .enabled("needs a server with the extension \(name)") {
            try await !TestServer.column("SELECT 1 FROM pg_available_extensions WHERE name = \(literal: name)").isEmpty
        }
    }

    private static let hasWrapper = has("postgres_fdw")

    /// What follows may use servers and foreign tables, such as views do.
    @Test(hasWrapper) func foreignTablesAreThere() async throws {
        try await check(
            """
            CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h');
            CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (user 'u', password 'p');
            CREATE FOREIGN TABLE film (code text NOT NULL, title text) SERVER far OPTIONS (table_name 'films');
            ALTER FOREIGN TABLE film ALTER COLUMN title OPTIONS (column_name 'name');
            ALTER TABLE ONLY film ALTER COLUMN code SET STATISTICS 7;
            CREATE VIEW titles AS SELECT title FROM film;
            ALTER FOREIGN TABLE film OWNER TO pg_monitor; GRANT SELECT ON film TO pg_read_all_stats;
            """)
    }

    /// Whoever may make servers reaches nothing through them, and can't give the wrapper its handler back.
    @Test(hasWrapper) func aWrapperReachesNothing() async throws {
        try await ScratchDatabase.with(
            .sameServer, dialect: .postgresql, like: TestServer.url(), provider: TestProvider()
        ) { connection in
            try await connection.execute("CREATE EXTENSION postgres_fdw")
            try await connection.execute(
                """
                CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1');
                CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'u', password 'p');
                CREATE FOREIGN TABLE f (x int) SERVER s
                """)
            for (script, code) in [
                ("SELECT * FROM f", "55000"), ("INSERT INTO f VALUES (1)", "55000"),
                ("IMPORT FOREIGN SCHEMA public FROM SERVER s INTO public", "55000"),
                ("ALTER FOREIGN DATA WRAPPER postgres_fdw HANDLER postgres_fdw_handler", "42501"),
            ] as [(SQL, String)] {
                let error = await #expect(throws: DatabaseError.self) { _ = try await connection.query(script) }
                #expect(error?.code == code, "\(script.text)")
            }
        }
    }

    private func check(_ script: String) async throws {
        let expected = try await Self.madeBySuperuser(script)
        let project = try Project(["a.sql": script])
        for setting in [ScratchSetting.sameServer, .local] {
            let declared = try DeclaredSchema(sources: ["."], folder: project.path, dialect: .postgresql)
            let schema = try await declared.load(
                scratch: setting, like: TestServer.url(), provider: TestProvider())
            let changes = Comparison.changes(from: expected, to: schema.catalog).map(\.description)
            #expect(changes.isEmpty, "\(setting)")
        }
    }

    private static func madeBySuperuser(_ script: String) async throws -> Catalog {
        let name = "autogen_test_waiting_\(UInt32.random(in: 0...UInt32.max))"
        let admin = try await PostgresConnection.open(TestServer.url())
        try await admin.execute("CREATE DATABASE \(name: name) TEMPLATE template0")
        let connection = try await PostgresConnection.open(TestServer.url().replacing(database: name))
        try await connection.execute(SQL(raw: script))
        try await connection.execute("RESET search_path")
        let catalog = try await Reflector.catalog(of: connection)
        await connection.close()
        try await admin.execute("DROP DATABASE \(name: name)")
        await admin.close()
        return catalog
    }

    /// Without a backslash in a string the old setting changes nothing; with one it would.
    @Test(arguments: [
        ("SET standard_conforming_strings = off;\nCREATE TABLE t (x text DEFAULT 'a', y text DEFAULT E'\\n');", true),
        ("SET standard_conforming_strings TO 'off';\nCREATE TABLE t (x text DEFAULT 'a\\n');", false),
        ("SET SESSION standard_conforming_strings = false;\nCREATE TABLE t (x text DEFAULT 'a\\n');", false),
        ("SET standard_conforming_strings = off;\nRESET standard_conforming_strings;\nSELECT 'a\\n';", true),
        ("SET standard_conforming_strings = off;\nRESET ALL;\nSELECT 'a\\n';", true),
        ("SET standard_conforming_strings = on;\nCREATE TABLE t (x text DEFAULT 'a\\n');", true),
    ])
    func stringsOfOldDumps(_ script: String, _ isRead: Bool) async throws {
        let problems = try await Project(["a.sql": script]).problems(.postgresql)
        #expect((problems == nil) == isRead)
        guard let problems else { return }
        #expect(problems.description.contains("a.sql:2:1: error: standard_conforming_strings is off here"))
    }
}
