import AutogenConnection
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema
import Synchronization
import Testing

@testable import AutogenRevisions

/// Revisions that fail where no transaction takes them back, and locks that are not to be had.
@Suite struct ResumptionTests {
    private let head: RevisionReference

    init() throws { head = try RevisionReference("head") }

    @Test func invalidIndexIsBuiltAgain() async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            let sql = """
                CREATE TABLE a (id int);
                INSERT INTO a VALUES (1), (1);
                CREATE UNIQUE INDEX CONCURRENTLY "I" ON a (id);
                CREATE TABLE b ();
                """
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: sql, downgrade: "DROP TABLE a, b")
            ])
            let seen = Mutex<[String]>([])
            var migrator = Migrator(connection: connection, graph: graph)
            migrator.onEvent = { event in seen.withLock { $0.append("\(event)") } }
            await #expect {
                try await migrator.upgrade(to: head)
            } throws: {
                "\($0)".contains(
                    "2 of its 4 statements had run and stay\nremove the cause, or correct the script from line 8 on")
            }
            let state = try await migrator.state()
            #expect(state.heads.isEmpty)
            #expect(state.unfinished?.progress == RevisionProgress(.upgrade, done: 2))
            await #expect(throws: MigrationError.self) { try await migrator.downgrade(to: RevisionReference("base")) }
            try await connection.execute("DELETE FROM a")
            try await migrator.upgrade(to: head)
            #expect(seen.withLock { $0.contains { $0.hasPrefix("droppedInvalidIndex") } })
            #expect(try await migrator.state().heads == [id("a")])
            #expect(try await connection.query("SELECT 1 FROM pg_index WHERE NOT indisvalid").isEmpty)
            #expect(try await connection.query("SELECT 1 FROM pg_class WHERE relname IN ('I', 'b')").count == 2)
            try await migrator.downgrade(to: RevisionReference("base"))
            await connection.close()
        }
    }

    /// What was to come may be corrected, what had run may not.
    @Test func correctedScript() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        func migrator(_ sql: String) throws -> Migrator {
            Migrator(connection: connection, graph: try RevisionGraph([script("a", transaction: "no", upgrade: sql)]))
        }
        await #expect(throws: MigrationError.self) {
            try await migrator("CREATE TABLE a (id INT); CREATE TABLE a (id INT);").upgrade(to: head)
        }
        await #expect {
            try await migrator("CREATE TABLE z (id INT); CREATE TABLE b (id INT);").upgrade(to: head)
        } throws: {
            "\($0)".contains("was edited after it was applied")
        }
        try await migrator("CREATE TABLE a (id INT); CREATE TABLE b (id INT);").upgrade(to: head)
        #expect(try await connection.query("SELECT 1 FROM sqlite_schema WHERE name IN ('a', 'b')").count == 2)
    }

    /// A process that ended after a statement ran and before that was recorded.
    @Test func statementThatHadRun() async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            let sql = "CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY i ON a (id); CREATE TABLE b ();"
            let graph = try RevisionGraph([script("a", dialect: "postgresql", upgrade: sql)])
            let migrator = Migrator(connection: connection, graph: graph)
            let plan = try ScriptSegments(graph.scripts[0], .upgrade, .yes)
            try await connection.execute("CREATE TABLE a (id int)")
            try await connection.execute("CREATE INDEX i ON a (id)")
            try await migrator.ensureVersionTable()
            try await connection.execute(
                migrator.table.insertion(
                    of: graph.scripts[0], checksum: plan.digest(ofFirst: 1), progress: "'upgrade 1 begun'",
                    in: .postgresql))
            try await migrator.upgrade(to: head)
            #expect(try await migrator.state().heads == [id("a")])
            await connection.close()
        }
    }

    @Test func lockTimeoutIsTriedAgain() async throws {
        try await withPostgres { url in
            let holder = try await PostgresConnection.open(url)
            let connection = try await PostgresConnection.open(url)
            for sql: SQL in ["CREATE TABLE a (id int)", "BEGIN", "LOCK TABLE a"] { try await holder.execute(sql) }
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: "CREATE TABLE b (); ALTER TABLE a ADD more int")
            ])
            var migrator = Migrator(connection: connection, graph: graph)
            migrator.settings.lockTimeout = .milliseconds(50)
            migrator.settings.retries = 0
            await #expect {
                try await migrator.upgrade(to: head)
            } throws: {
                "\($0)".contains("(55P03)") && "\($0)".hasSuffix("the upgrade was rolled back")
            }
            migrator.settings.retries = 2
            migrator.onEvent = { event in
                if case .retrying = event { Task { try await holder.execute("COMMIT") } }
            }
            #expect(try await migrator.upgrade(to: head).count == 1)
            let limit = try await connection.query("SHOW lock_timeout").first?.string("lock_timeout")
            #expect(limit == "0")
            await holder.close()
            await connection.close()
        }
    }

    @Test func statementTimeout() async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            let graph = try RevisionGraph([script("a", dialect: "postgresql", upgrade: "SELECT pg_sleep(60)")])
            var migrator = Migrator(connection: connection, graph: graph)
            migrator.settings.statementTimeout = .milliseconds(50)
            await #expect(throws: MigrationError.self) { try await migrator.upgrade(to: head) }
            #expect(try await migrator.state().heads.isEmpty)
            await connection.close()
        }
    }

    @Test func oneTransactionForAll() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        func graph(_ second: String) throws -> RevisionGraph {
            try RevisionGraph([
                script("a", upgrade: "CREATE TABLE a (id INT);"), script("b", after: "a", upgrade: second),
            ])
        }
        var migrator = Migrator(connection: connection, graph: try graph("SELECT nothing;"))
        migrator.settings.transactions = .run
        await #expect(throws: MigrationError.self) { try await migrator.upgrade(to: head) }
        #expect(try await connection.query("SELECT 1 FROM sqlite_schema").isEmpty)
        migrator = Migrator(connection: connection, graph: try graph("VACUUM;"), settings: migrator.settings)
        await #expect {
            try await migrator.upgrade(to: head)
        } throws: {
            "\($0)".hasPrefix("b.sql:6:1: error: this can't run in a transaction")
        }
        migrator = Migrator(connection: connection, graph: try graph("SELECT 1;"), settings: migrator.settings)
        #expect(try await migrator.upgrade(to: head).count == 2)
        migrator.settings.transactions = .none
        #expect(try await migrator.downgrade(to: RevisionReference("base")).count == 2)
    }

    @Test func insertedScript() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let b = try script("b", after: "a")
        let short = try RevisionGraph([script("a"), b])
        try await Migrator(connection: connection, graph: short).upgrade(to: head)
        try await connection.execute("DELETE FROM autogen_version WHERE revision = 'a'")
        await #expect {
            try await Migrator(connection: connection, graph: short).upgrade(to: head)
        } throws: {
            "\($0)".hasPrefix("a.sql: revision a was inserted before b, which the database has\n  applied: never")
        }
    }
}
