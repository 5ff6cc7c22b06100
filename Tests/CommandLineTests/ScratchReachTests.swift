import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Commands that only read leave the server as it was, whatever the scripts hold that they run in a scratch database, and
/// however the command ends.
@Suite struct ScratchReachTests {
    static let payloads = [
        "DROP ROLE oldapp; CREATE ROLE newapp SUPERUSER; CREATE DATABASE evil; DROP DATABASE prod;",
        "ALTER SYSTEM SET work_mem = '5MB'; ALTER DATABASE prod RENAME TO evil; ALTER ROLE oldapp LOGIN;",
        "DO $$ BEGIN CREATE  ROLE newapp SUPERUSER; END $$;",
        "DO $$ BEGIN EXECUTE 'RESET  SESSION AUTHORIZATION'; EXECUTE 'DROP  ROLE oldapp'; END $$;",
        """
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DROP ROLE oldapp'; RETURN 1; END $$;
        CREATE TABLE t (x int DEFAULT f()); INSERT INTO t DEFAULT VALUES;
        """,
        "COPY (SELECT 1) TO PROGRAM 'touch FILE';",
        "UPDATE pg_database SET datname = 'evil' WHERE datname = 'prod';",
        "SELECT pg_create_physical_replication_slot('evil');",
        "DO $$ BEGIN PERFORM pg_replication_origin_create('evil'); END $$;",
        """
        CREATE EXTENSION dblink;
        SELECT dblink_exec('host=SOCKET user=postgres dbname=prod', 'DELETE FROM keep');
        """,
        // What somebody may do to what they own.
        "DO $$ BEGIN EXECUTE 'ALTER ROLE CURRENT_USER SET work_mem = 4000'; END $$; CREATE TABLE t (x int);",
        """
        DO $$ BEGIN EXECUTE 'ALTER DATABASE mine SET work_mem = 4000'; END $$;
        DO $$ BEGIN EXECUTE 'COMMENT ON DATABASE mine IS $c$evil$c$'; END $$;
        DO $$ BEGIN EXECUTE 'GRANT ALL ON DATABASE mine TO PUBLIC'; END $$;
        """,
        """
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN
            EXECUTE format($f$ALTER ROLE %I PASSWORD 'evil'$f$, current_user); RETURN 1; END $$;
        CREATE TABLE t (x int DEFAULT f()); BEGIN; INSERT INTO t DEFAULT VALUES; COMMIT;
        """,
        // What runs while a transaction is committed.
        """
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            EXECUTE 'ALTER ROLE CURRENT_USER SET work_mem = 4000'; RETURN NULL; END $$;
        CREATE TABLE t (x int);
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION f();
        BEGIN; INSERT INTO t VALUES (1); COMMIT; INSERT INTO t VALUES (2);
        """,
        """
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN
            EXECUTE 'ALTER ROLE CURRENT_USER SET work_mem = 4000'; RETURN 1; END $$;
        BEGIN; DECLARE c CURSOR WITH HOLD FOR SELECT f(); COMMIT;
        """,
        """
        CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS $$ BEGIN
            EXECUTE 'ALTER ROLE CURRENT_USER SET work_mem = 4000'; RETURN 1; END $$;
        CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ DECLARE y int; BEGIN
            SELECT g() INTO y; RETURN y; END $$;
        CREATE TABLE t (x int); INSERT INTO t VALUES (1); CREATE INDEX CONCURRENTLY i ON t (f(x));
        """,
        // What stands in the place of what an administrator calls to read: functions, operators, casts of the server's own.
        """
        CREATE FUNCTION pg_catalog.unnest(text[]) RETURNS SETOF text LANGUAGE plpgsql
            AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch FILE'; RETURN; END $$;
        CREATE VIEW v AS SELECT 1 AS x;
        """,
        """
        CREATE FUNCTION evil(oid, int4) RETURNS bool LANGUAGE plpgsql
            AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch FILE'; RETURN true; END $$;
        CREATE OPERATOR pg_catalog.>= (LEFTARG = oid, RIGHTARG = int4, FUNCTION = evil);
        """,
        """
        CREATE TABLE t (id int); GRANT SELECT ON t TO PUBLIC;
        CREATE FUNCTION evil(aclitem) RETURNS text LANGUAGE plpgsql
            AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch FILE'; RETURN 'x'; END $$;
        CREATE CAST (aclitem AS text) WITH FUNCTION evil(aclitem);
        """,
        """
        CREATE FUNCTION evil(text[]) RETURNS SETOF text LANGUAGE plpgsql
            AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch FILE'; RETURN; END $$;
        ALTER FUNCTION evil(text[]) RENAME TO unnest; ALTER FUNCTION unnest(text[]) SET SCHEMA pg_catalog;
        CREATE VIEW v AS SELECT 1 AS x;
        """,
        // What fires for the statements of an administrator.
        """
        CREATE TABLE event (id int);
        CREATE FUNCTION evil() RETURNS event_trigger LANGUAGE plpgsql
            AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch FILE'; END $$;
        CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION evil();
        ALTER EVENT TRIGGER e ENABLE ALWAYS;
        COMMENT ON TABLE event IS 'x'; GRANT pg_read_all_data TO PUBLIC;
        """,
        // Functions of the server's own under another name, and machine code.
        """
        CREATE FUNCTION wr(oid, text) RETURNS int LANGUAGE internal STRICT AS 'be_lo_export';
        DO $$ BEGIN PERFORM wr(lo_from_bytea(0, 'x'), 'FILE'); END $$;
        """,
        """
        CREATE FUNCTION cc(text) RETURNS text LANGUAGE c STRICT AS '$libdir/dblink', 'dblink_connect';
        CREATE FUNCTION ee(text) RETURNS text LANGUAGE c STRICT AS '$libdir/dblink', 'dblink_exec';
        SELECT cc('host=SOCKET user=postgres dbname=prod'); SELECT ee('DELETE FROM keep');
        """,
        // The check of a domain where an administrator reads a constant of it.
        """
        CREATE FUNCTION evil(text) RETURNS bool LANGUAGE plpgsql
            AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch FILE'; RETURN true; END $$;
        CREATE DOMAIN d AS text CHECK (evil(VALUE));
        CREATE FUNCTION leak(x d DEFAULT 'a') RETURNS int LANGUAGE sql LEAKPROOF AS 'SELECT 1';
        """,
    ]

    enum Way: String, CaseIterable { case declared, revision, downgrade }

    private func project(_ url: String, _ way: Way, _ payload: String, scratch: String) async throws -> Project {
        let project = try await Project(url: url, schema: "")
        try project.write(
            project.text("autogen.yaml").replacing("scratch: auto", with: "scratch: \(scratch)"), to: "autogen.yaml")
        try write(payload, as: way, to: project)
        return project
    }

    /// In place of what another call wrote.
    private func write(_ payload: String, as way: Way, to project: Project) throws {
        try project.write(way == .declared ? payload : "", to: "schema/schema.sql")
        guard way != .declared else {
            let file = URL(filePath: project.path("revisions/a.sql"))
            if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
            return
        }
        try project.writeRevision(
            "a", "postgresql", transaction: false,
            upgrade: "CREATE TABLE a (id int);\n\(way == .revision ? payload : "")",
            downgrade: "\(way == .downgrade ? payload : "")\nDROP TABLE a;")
    }

    private func commands(_ way: Way) -> [[String]] {
        switch way {
        case .declared: [["diff", "live", "declared"]]
        case .revision: [["check"], ["verify"]]
        case .downgrade: [["verify"]]
        }
    }

    /// All of a server that a command might have changed.
    private func digest(_ server: PrivateServer) async throws -> String {
        let globals = try await Program.run("\(server.bin)/pg_dumpall", ["-g", "-d", server.url], in: "/")
        guard globals.status == 0 else { throw Program.Missing(what: globals.errors) }
        // Newer programs print a random word.
        let roles = globals.output.split(separator: "\n").filter { !$0.hasPrefix("\\") && !$0.hasPrefix("--") }
        let rows = try await Server().run(
            """
            SELECT concat_ws(' ', datname, datacl, shobj_description(oid, 'pg_database')) FROM pg_database
            UNION ALL SELECT setconfig::text FROM pg_db_role_setting UNION ALL SELECT slot_name FROM pg_replication_slots
            UNION ALL SELECT roname FROM pg_replication_origin UNION ALL SELECT gid FROM pg_prepared_xacts
            UNION ALL SELECT name || setting FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf' ORDER BY 1
            """, in: server.url)
        let kept = try await Server().run(
            "SELECT count(*) FROM keep", in: server.url.replacing("dbname=postgres", with: "dbname=prod"))
        return roles.joined(separator: "\n") + rows + kept
    }

    private func withServer(_ body: (PrivateServer) async throws -> Void) async throws {
        let server = try await PrivateServer("max_prepared_transactions = 5")
        do {
            try await Server().run("CREATE ROLE oldapp", in: server.url)
            try await Server().run("CREATE ROLE plain LOGIN CREATEDB", in: server.url)
            try await Server().run("CREATE DATABASE prod", in: server.url)
            try await Server().run("CREATE DATABASE mine OWNER plain", in: server.url)
            // A GRANT by whoever has none to give writes the usual rights out where they were not.
            try await Server().run("REVOKE ALL ON DATABASE mine FROM PUBLIC", in: server.url)
            try await Server().run(
                "CREATE TABLE keep AS SELECT 1 AS x", in: server.url.replacing("dbname=postgres", with: "dbname=prod"))
            try await body(server)
        } catch {
            try? await server.remove()
            throw error
        }
        try await server.remove()
    }

    /// All of them on the first server of a run; on the servers after it each place and each user once.
    private static let places: [(scratch: String, user: String)] = {
        let all = ["same-server", "local"].flatMap { place in ["postgres", "plain"].map { (place, $0) } }
        let isLater = ProcessInfo.processInfo.environment["AUTOGEN_LATER_SERVER"] != nil
        return isLater ? [("same-server", "postgres"), ("local", "plain")] : all
    }()

    @Test(arguments: places) func commandsThatReadChangeNothing(_ scratch: String, _ user: String) async throws {
        try await withServer { server in
            let before = try await digest(server)
            let socket = server.url.split(separator: " ").first.map { String($0.dropFirst("host=".count)) } ?? ""
            let url = server.url.replacing("user=postgres", with: "user=\(user)")
            let project = try await project(url, .declared, "", scratch: scratch)
            for (index, payload) in Self.payloads.enumerated() {
                for way in Way.allCases {
                    let file = "/tmp/autogen-evil-\(UUID().uuidString)"
                    let sql = payload.replacing("FILE", with: file).replacing("SOCKET", with: socket)
                    try write(sql, as: way, to: project)
                    for command in commands(way) {
                        let outcome = try await project.autogen(command)
                        // Read or refused, but never passed over for a fault of the project.
                        #expect([0, 1, 3, 4].contains(outcome.status), "\(way) \(index) \(command): \(outcome.errors)")
                    }
                    #expect(!FileManager.default.fileExists(atPath: file))
                }
                #expect(try await digest(server) == before, "\(payload) \(scratch) \(user)")
            }
        }
    }

    /// What is left out is said, and the rest is read.
    @Test func whatIsLeftOutIsSaid() async throws {
        try await withServer { server in
            let project = try await project(
                server.url, .revision, "DROP ROLE oldapp; CREATE DATABASE evil;", scratch: "same-server")
            let outcome = try await project.autogen("inspect", "revision:head")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("CREATE TABLE"))
            #expect(outcome.errors.contains("DROP ROLE concerns the server: a scratch database leaves it out"))
            #expect(outcome.errors.contains("CREATE DATABASE concerns the server: a scratch database leaves it out"))
        }
    }

    /// A role that a revision makes and names has one that stands in for it.
    @Test func aRoleOfARevisionIsNamed() async throws {
        try await withServer { server in
            let before = try await digest(server)
            let project = try await project(
                server.url, .revision, "CREATE ROLE reader SUPERUSER; GRANT SELECT ON a TO reader;",
                scratch: "same-server")
            let outcome = try await project.autogen("inspect", "revision:head")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("GRANT SELECT ON TABLE public.a TO reader"))
            #expect(outcome.errors.contains("CREATE ROLE reader concerns the server"))
            #expect(try await digest(server) == before)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL], Way.allCases)
    func endedCommandsLeaveNothing(_ number: Int32, _ way: Way) async throws {
        try await withServer { server in
            let before = try await digest(server)
            let sleep = "SELECT pg_sleep(600);"
            let project = try await project(
                server.url, way, "CREATE ROLE standin; CREATE TABLE t (x int); \(sleep)", scratch: "same-server")
            let command = way == .declared ? ["inspect", "declared"] : ["verify"]
            let process = Process()
            process.executableURL = URL(filePath: try Program.folder.appending(path: "autogen").path)
            process.arguments = command
            process.currentDirectoryURL = URL(filePath: project.folder)
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            let sleepers = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            while try await Server().run(sleepers, in: server.url) == "0\n", process.isRunning {
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(try await digest(server) != before)
            kill(process.processIdentifier, number)
            process.waitUntilExit()
            if number == SIGKILL {
                #expect(try await digest(server) != before)
                try await Task.sleep(for: .seconds(7))
                let file = way == .declared ? "schema/schema.sql" : "revisions/a.sql"
                try project.write(project.text(file).replacing(sleep, with: ""), to: file)
                // It ends however it ends; what the killed one left is gone by then.
                _ = try await project.autogen(command)
            } else {
                #expect(process.terminationStatus == 130)
            }
            #expect(try await digest(server) == before)
        }
    }

    /// Whoever may make objects in the database at hand makes functions and operators that fit better than the server's:
    /// an administrator who only looks calls none of them.
    @Test func whatIsPlantedInTheDatabaseIsNotCalled() async throws {
        try await withServer { server in
            let file = "/tmp/autogen-evil-\(UUID().uuidString)"
            let body = "LANGUAGE plpgsql AS $$ BEGIN COPY (SELECT 1) TO PROGRAM 'touch \(file)'; RETURN NULL; END $$"
            let types = ["name", "text", "oid", "oid[]", "text[]", "name[]", "aclitem[]", "regclass", "bigint"]
            let pairs = ["name, name", "name, text", "oid, int", "text, name", "regclass, oid", "int, oid"]
            let names = ["to_jsonb", "unnest", "count", "string_agg", "array_agg", "quote_ident", "format_type"]
            let functions = (types + ["pg_database", "pg_class", "pg_roles", "pg_settings"]).flatMap { type in
                names.map {
                    "CREATE FUNCTION public.\($0)(\(type)) RETURNS \($0 == "unnest" ? "text" : "jsonb") \(body)"
                }
            }
            let operators = pairs.enumerated().flatMap { index, pair in
                let sides = pair.split(separator: ", ")
                let function = "CREATE FUNCTION public.evil\(index)(\(pair)) RETURNS bool \(body)"
                return [function]
                    + ["~~", "!~", "~", "=", "<>", ">=", "<", "!~~"].map {
                        "CREATE OPERATOR public.\($0) (LEFTARG = \(sides[0]), RIGHTARG = \(sides[1]), FUNCTION = public.evil\(index))"
                    }
            }
            try await Server().run("GRANT CREATE ON SCHEMA public TO plain", in: server.url)
            let all = (functions + operators).map { "$one$\($0)$one$" }.joined(separator: ", ")
            try await Server().run(
                "DO $all$ DECLARE one text; BEGIN FOREACH one IN ARRAY ARRAY[\(all)] LOOP EXECUTE one; END LOOP; END $all$",
                in: server.url.replacing("user=postgres", with: "user=plain"))
            let project = try await project(server.url, .declared, "CREATE TABLE t (id int);\n", scratch: "same-server")
            for command in [
                ["check"], ["drift"], ["diff", "declared", "live"], ["inspect", "live"],
                ["revision", "-m", "t", "--from", "head"], ["verify"], ["upgrade"], ["check", "--live"], ["current"],
                ["downgrade", "base"],
            ] {
                let outcome = try await project.autogen(command)
                #expect(outcome.status < 2, "\(command): \(outcome.errors)")
                #expect(!FileManager.default.fileExists(atPath: file), "\(command)")
            }
        }
    }
}
