import AutogenConnection
import AutogenMetadata
import AutogenPostgresConnection
import AutogenReflection
import AutogenSchema
import Foundation
import Testing

/// Nothing that runs in a scratch database, however it is wrapped, reaches the server, its files or another database.
@Suite struct ScratchReachTests {
    /// What `EVIL` stands for is a name of its own in each case: of a role, a database, a slot, and of a file.
    static let payloads: [[String]] = [
        ["DO $$ BEGIN CREATE  ROLE EVIL SUPERUSER; END $$"],
        ["DO $$ BEGIN EXECUTE 'CREATE ' || 'ROLE EVIL'; END $$"],
        ["DO $$ BEGIN EXECUTE 'RESET ROLE'; EXECUTE 'RESET SESSION AUTHORIZATION'; EXECUTE 'CREATE ROLE EVIL'; END $$"],
        ["RESET SESSION AUTHORIZATION", "SET SESSION AUTHORIZATION postgres", "SELECT 1; CREATE ROLE EVIL"],
        ["MAKER", "SELECT maker()"],
        [
            "MAKER", "CREATE TABLE t (x int)",
            "CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fire()",
            "INSERT INTO t VALUES (1)",
        ],
        ["MAKER", "CREATE TABLE t (x int DEFAULT maker())", "INSERT INTO t DEFAULT VALUES"],
        ["MAKER", "CREATE TABLE t (x int CHECK (maker() > 0))", "INSERT INTO t VALUES (1)"],
        [
            "MAKER", "CREATE TABLE t (x int)", "INSERT INTO t VALUES (1)",
            "CREATE INDEX CONCURRENTLY ON t ((maker() + x))", "ALTER TABLE t OWNER TO postgres", "ANALYZE",
        ],
        [
            "MAKER", "CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM maker(); END $$",
            "CREATE EVENT TRIGGER ev ON ddl_command_start EXECUTE FUNCTION ev()", "CREATE TABLE t (x int)",
            "ALTER TABLE t OWNER TO postgres", "COMMENT ON EVENT TRIGGER ev IS 'x'",
            "CREATE CAST (int AS point) WITHOUT FUNCTION",
        ],
        [
            "MAKER", "ALTER FUNCTION maker() SECURITY DEFINER", "ALTER FUNCTION maker() OWNER TO postgres",
            "SELECT maker()",
        ],
        [
            "MAKER", "CREATE FOREIGN DATA WRAPPER w VALIDATOR valid",
            "CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (a '1')",
        ],
        [
            "MAKER", "CREATE TABLE p (x int) PARTITION BY RANGE (x)", "CREATE FOREIGN DATA WRAPPER w",
            "CREATE SERVER s FOREIGN DATA WRAPPER w",
            "CREATE FOREIGN TABLE f PARTITION OF p FOR VALUES FROM (maker()) TO (9) SERVER s",
        ],
        [
            "MAKER", "CREATE LANGUAGE l HANDLER plpgsql_call_handler VALIDATOR checked",
            "CREATE FUNCTION z() RETURNS int LANGUAGE l AS ''",
        ],
        ["MAKER", "ALTER TABLE pg_class ADD COLUMN c int DEFAULT maker(), OWNER TO postgres"],
        // A constant of an array is read where it stands, and with it the checks of its elements' domain.
        [
            "WRITER", "CREATE DOMAIN d AS int CHECK (writer())",
            "CREATE FUNCTION z(x d[] DEFAULT '{1}') RETURNS int LANGUAGE internal AS 'lower'",
        ],
        [
            "WRITER", "CREATE DOMAIN d AS int CHECK (writer())", "CREATE TABLE t (x d[])", "CREATE SCHEMA other",
            "CREATE PUBLICATION p FOR TABLES IN SCHEMA other, TABLE t WHERE (x = '{1}'::d[])",
        ],
        // Names that come before PostgreSQL's own.
        [
            "WRITER", "SET search_path = public, pg_catalog", "CREATE TABLE t (x int)",
            "CREATE FUNCTION set_config(text, text, boolean) RETURNS text LANGUAGE sql AS 'SELECT public.writer()::text'",
            "CREATE FUNCTION same(oid, regrole) RETURNS boolean LANGUAGE sql AS 'SELECT writer()'",
            "CREATE OPERATOR = (LEFTARG = oid, RIGHTARG = regrole, FUNCTION = same)",
            "ALTER TABLE t OWNER TO postgres", "CREATE TYPE shell", "CREATE EXTENSION pageinspect",
        ],
        // What replaces one of the server's own keeps its number.
        [
            "WRITER",
            "CREATE FUNCTION step(text, text, text) RETURNS text LANGUAGE sql AS 'SELECT public.writer()::text'",
            "CREATE OR REPLACE AGGREGATE pg_catalog.string_agg(text, text) (SFUNC = step, STYPE = internal, STYPE = text)",
            "CREATE TABLE t (a int, b int)", "CREATE STATISTICS s ON a, b FROM t", "CREATE INDEX i ON t ((a + b))",
            "ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 7",
        ],
        [
            "WRITER",
            "CREATE OR REPLACE FUNCTION pg_catalog.anytextcat(anynonarray, text) RETURNS text LANGUAGE plpgsql IMMUTABLE "
                + "AS $$ BEGIN PERFORM public.writes(); RETURN $2; END $$", "CREATE TABLE t (a int, b int)",
            "CREATE INDEX i ON t ((a + b))", "ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 7",
        ],
        // Bounds of a range are compared where one is read.
        [
            "WRITER",
            "CREATE FUNCTION cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT public.writer()::int'",
            "CREATE OPERATOR CLASS ops FOR TYPE int4 USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, "
                + "OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp(int, int)",
            "CREATE TYPE r AS RANGE (subtype = int4, subtype_opclass = ops)",
            "CREATE FUNCTION f(a r DEFAULT '[1,2]') RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE AGGREGATE g(int) (SFUNC = int4_avg_accum, STYPE = internal, MSTYPE = r, MINITCOND = '[1,2]')",
        ],
        // What is generated from constants is computed when the table is made.
        [
            "WRITER", "CREATE FUNCTION gen(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT public.writer()::int'",
            "CREATE EXTENSION postgres_fdw", "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw",
            "CREATE FOREIGN TABLE f (a int, b int GENERATED ALWAYS AS (gen(1)) STORED) SERVER s",
        ],
        // The server would take the first string for a longer one.
        [
            "DO $$ BEGIN PERFORM pg_catalog.set_config('standard_conforming_strings', 'off', false); END $$",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
            "SELECT '\\' , '; ALTER ROLE CURRENT_USER SET work_mem = $q$5MB$q$; COMMIT; --'",
        ],
        ["COPY (SELECT 1) TO PROGRAM 'touch FILE'"], ["COPY (SELECT 1) TO 'FILE'"],
        [
            "CREATE FUNCTION w(oid, text) RETURNS int LANGUAGE internal AS 'be_lo_export'",
            "SELECT w(lo_from_bytea(0, 'x'), 'FILE')",
        ],
        ["SELECT lo_export(lo_from_bytea(0, 'x'), 'FILE')"],
        [
            "CREATE EXTENSION dblink",
            "SELECT dblink_exec('host=SOCKET dbname=postgres user=postgres', 'CREATE ROLE EVIL')",
        ],
        [
            "CREATE EXTENSION postgres_fdw",
            "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'SOCKET', dbname 'postgres')",
            "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'postgres', password_required 'false')",
            "CREATE FOREIGN TABLE f (rolname name) SERVER s OPTIONS (schema_name 'pg_catalog', table_name 'pg_authid')",
            "INSERT INTO f VALUES ('EVIL')",
        ],
        ["UPDATE pg_database SET datname = 'EVIL' WHERE datname = 'postgres'"],
        ["SELECT pg_create_physical_replication_slot('EVIL')"],
        ["DO $$ BEGIN PERFORM pg_create_physical_replication_slot('EVIL'); END $$"],
        ["DO $$ BEGIN PERFORM pg_replication_origin_create('EVIL'); END $$"],
        ["CREATE ROLE EVIL", "CREATE DATABASE EVIL", "CREATE USER EVIL", "ALTER DATABASE postgres RENAME TO EVIL"],
    ]

    /// What is called wherever a constant will do must say that it is immutable, and such a function runs no statements; so
    /// it calls one that does.
    static let maker = """
        CREATE FUNCTION makes() RETURNS int LANGUAGE plpgsql AS
          $$ BEGIN EXECUTE 'CREATE ROLE EVIL'; RETURN 1; EXCEPTION WHEN insufficient_privilege THEN RETURN 1; END $$;
        CREATE FUNCTION maker() RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN public.makes(); END $$;
        CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM maker(); RETURN NEW; END $$;
        CREATE FUNCTION valid(text[], oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM maker(); END $$;
        CREATE FUNCTION checked(oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM maker(); END $$
        """

    static let writer = """
        CREATE FUNCTION writes() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
          COPY (SELECT 1) TO PROGRAM 'touch FILE'; RETURN true;
          EXCEPTION WHEN insufficient_privilege THEN RETURN true; END $$;
        CREATE FUNCTION writer() RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN public.writes(); END $$
        """

    enum User: String, CaseIterable { case superuser, makesRoles, lesser }

    @Test(arguments: payloads.indices, [ScratchSetting.sameServer, .local])
    func reachesNothing(_ index: Int, _ setting: ScratchSetting) async throws {
        for user in User.allCases where setting == .sameServer || user == .superuser {
            for isDeclared in [true, false] { try await attack(Self.payloads[index], setting, user, isDeclared) }
        }
    }

    private func attack(
        _ payload: [String], _ setting: ScratchSetting, _ user: User, _ isDeclared: Bool
    ) async throws {
        let evil = "autogen_evil_\(UInt64.random(in: 0...UInt64.max))"
        let file = "/tmp/\(evil)"
        let socket = ProcessInfo.processInfo.environment["PGHOST"] ?? ""
        let statements = payload.map {
            $0.replacing("MAKER", with: Self.maker).replacing("WRITER", with: Self.writer).replacing("EVIL", with: evil)
                .replacing("FILE", with: file)
                .replacing("SOCKET", with: socket)
        }
        let admin = try await PostgresConnection.open(TestServer.url())
        var url = try TestServer.url()
        if user != .superuser {
            let options: SQL = user == .makesRoles ? "CREATEDB CREATEROLE" : "CREATEDB"
            try await admin.execute("CREATE ROLE \(name: evil + "_user") LOGIN " + options)
            url = try DatabaseURL("postgresql://\(evil)_user@/postgres")
        }
        if isDeclared {
            let project = try Project(["a.sql": statements.joined(separator: ";\n") + ";"])
            let declared = try DeclaredSchema(sources: ["."], folder: project.path, dialect: .postgresql)
            _ = try? await declared.load(scratch: setting, like: url, provider: TestProvider())
        } else {
            try await ScratchDatabase.with(setting, dialect: .postgresql, like: url, provider: TestProvider()) {
                connection in
                for statement in statements { try? await connection.execute(SQL(raw: statement)) }
                _ = try? await Reflector.catalog(of: connection)
                for statement in statements { try? await connection.execute(SQL(raw: statement)) }
                _ = try? await Reflector.catalog(of: connection)
            }
        }
        let traces = try await admin.query(
            """
            SELECT rolname FROM pg_roles WHERE rolname = \(literal: evil)
            UNION ALL SELECT datname FROM pg_database WHERE datname = \(literal: evil)
            UNION ALL SELECT slot_name FROM pg_replication_slots WHERE slot_name = \(literal: evil)
            UNION ALL SELECT roname FROM pg_replication_origin WHERE roname = \(literal: evil)
            UNION ALL SELECT 'setting of ' || rolname FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole
              WHERE rolname = \(literal: evil + "_user")
            """)
        if user != .superuser { try await admin.execute("DROP ROLE \(name: evil + "_user")") }
        await admin.close()
        #expect(traces.isEmpty, "\(statements), \(user), declared: \(isDeclared)")
        #expect(!FileManager.default.fileExists(atPath: file), "\(statements), \(user), declared: \(isDeclared)")
    }

    /// What only an administrator may do is there when the schema is read, and the database goes on being of use.
    @Test func whatWaitsIsRead() async throws {
        let url = try TestServer.url()
        let role = "autogen_test_owner_\(UInt32.random(in: 0...UInt32.max))"
        let names = try await ScratchDatabase.with(
            .sameServer, dialect: .postgresql, like: url, provider: TestProvider()
        ) {
            connection in
            try await connection.execute(
                """
                CREATE TABLE t (x int); CREATE TABLE u (x int); ALTER TABLE t OWNER TO pg_monitor;
                CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                CREATE EVENT TRIGGER ev ON ddl_command_start EXECUTE FUNCTION ev(); COMMENT ON EVENT TRIGGER ev IS 'a'
                """)
            let first = try await Reflector.catalog(of: connection)
            try await connection.transaction(.write) {
                try await connection.execute("DROP EVENT TRIGGER ev")
                try await connection.execute("DROP FUNCTION ev()")
                try await connection.execute("ALTER TABLE t ADD y int")
            }
            let second = try await Reflector.catalog(of: connection)
            return [first, second].map { catalog in
                ["ev": ObjectID(.eventTrigger, "ev"), "owner": ObjectID(.owner, on: ObjectID(.table, "public", "t"))]
                    .filter { catalog.contains($0.value) }.keys.sorted()
            }
        }
        #expect(names == [["ev", "owner"], ["owner"]])
        #expect(try await TestServer.column("SELECT 1 FROM pg_roles WHERE rolname = \(literal: role)").isEmpty)
    }

    /// What changes owners waits, and by then the sequence goes with its table.
    @Test func aSequenceIsGivenAwayBeforeItBelongsToATable() async throws {
        let owners = try await ScratchDatabase.with(
            .sameServer, dialect: .postgresql, like: TestServer.url(), provider: TestProvider()
        ) { connection in
            try await connection.execute(
                """
                CREATE SEQUENCE s; ALTER SEQUENCE s OWNER TO pg_monitor;
                CREATE TABLE t (id int DEFAULT nextval('s')); ALTER TABLE t OWNER TO pg_monitor;
                ALTER SEQUENCE s OWNED BY t.id
                """)
            let catalog = try await Reflector.catalog(of: connection)
            return [ObjectID(.table, "public", "t"), ObjectID(.sequence, "public", "s")].map {
                catalog.body(ObjectID(.owner, on: $0), as: Owner.self)?.role
            }
        }
        #expect(owners == ["pg_monitor", "pg_monitor"])
    }

    /// A database that its owner has made hard to drop goes all the same.
    @Test(arguments: [
        ["DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' IS_TEMPLATE true'; END $$"],
        ["BEGIN", "CREATE TABLE t (x int)", "PREPARE TRANSACTION 'NAME'"],
        ["DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' CONNECTION LIMIT 0'; END $$"],
        ["DO $$ BEGIN EXECUTE 'ALTER ROLE ' || current_user || ' SET search_path = x'; END $$"],
        ["SET application_name = 'x'", "CREATE TABLE t (x int)"],
    ])
    func nothingKeepsIt(_ script: [String]) async throws {
        let gid = "autogen_test_\(UInt64.random(in: 0...UInt64.max))"
        let name = try await ScratchDatabase.with(
            .sameServer, dialect: .postgresql, like: TestServer.url(), provider: TestProvider()
        ) { connection in
            for statement in script {
                try await connection.execute(SQL(raw: statement.replacing("NAME", with: gid)))
            }
            return try await connection.query("SELECT current_database() AS name").first?.string("name") ?? ""
        }
        #expect(name.hasPrefix("autogen_scratch_"))
        let left = try await TestServer.column(
            """
            SELECT datname FROM pg_database WHERE datname = \(literal: name)
            UNION ALL SELECT rolname FROM pg_roles WHERE rolname = \(literal: name)
            UNION ALL SELECT gid FROM pg_prepared_xacts WHERE gid = \(literal: gid)
            """)
        #expect(left.isEmpty)
    }

    /// Somebody who may make databases but no roles, and has a way out of one, gets none on that server.
    @Test func nobodyWithAWayOut() async throws {
        let user = "autogen_test_reach_\(UInt32.random(in: 0...UInt32.max))"
        let admin = try await PostgresConnection.open(TestServer.url())
        try await admin.execute(
            "CREATE ROLE \(name: user) LOGIN CREATEDB; GRANT pg_execute_server_program TO \(name: user)")
        let url = try DatabaseURL("postgresql://\(user)@/postgres")
        let error = await #expect(throws: ScratchError.self) {
            try await ScratchDatabase.with(
                .sameServer, dialect: .postgresql, like: url, provider: TestProvider()
            ) { _ in }
        }
        try await admin.execute("DROP ROLE \(name: user)")
        await admin.close()
        #expect(error?.reason == .reaching(user: user, "pg_execute_server_program"))
        #expect(error?.description.contains("scratch: local") == true)
    }

    /// Runs at the same time share the roles that stand in, and the last one removes them.
    @Test func standInsAreShared() async throws {
        let role = "autogen_test_shared_\(UInt32.random(in: 0...UInt32.max))"
        let project = try Project([
            "a.sql": "CREATE ROLE \(role); CREATE TABLE t (x int); GRANT SELECT ON t TO \(role);"
        ])
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 {
                group.addTask { _ = try await project.load(.postgresql, query: "SELECT pg_sleep(random() / 2)") }
            }
            try await group.waitForAll()
        }
        #expect(try await TestServer.column("SELECT 1 FROM pg_roles WHERE rolname = \(literal: role)").isEmpty)
    }

    /// What a killed process left goes with the next run, its roles too.
    @Test func rolesOfTheKilledGo() async throws {
        let name = "autogen_scratch_1_\(String((0..<12).compactMap { _ in "0123456789abcdef".randomElement() }))"
        let standIn = "\(name)_app"
        let admin = try await PostgresConnection.open(TestServer.url())
        try await admin.execute(
            """
            CREATE ROLE \(name: name) LOGIN; CREATE ROLE \(name: standIn);
            COMMENT ON ROLE \(name: standIn) IS 'stands in for a role that a schema declares; autogen removes it';
            GRANT \(name: standIn) TO \(name: name)
            """)
        try await admin.execute("CREATE DATABASE \(name: name) OWNER \(name: name)")
        try await ScratchDatabase.with(
            .sameServer, dialect: .postgresql, like: TestServer.url(), provider: TestProvider()
        ) { _ in }
        await admin.close()
        let left = try await TestServer.column(
            """
            SELECT rolname FROM pg_roles WHERE rolname LIKE \(literal: name + "%")
            UNION ALL SELECT datname FROM pg_database WHERE datname = \(literal: name)
            """)
        #expect(left.isEmpty)
    }
}
