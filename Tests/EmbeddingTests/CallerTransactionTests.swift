import Autogen
import AutogenConnection
import AutogenRevisions
import AutogenSchema
import TestSupport
import Testing

/// Revisions applied on a connection that the caller has open, inside a transaction of the caller's.
@Suite struct CallerTransactionTests {
    private func names(_ connection: any Connection) async throws -> [String] {
        let sql: SQL =
            switch connection.dialect {
            case .postgresql: "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
            case .sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"
            }
        return try await connection.query(sql).map { try $0.string("name") }
    }

    private func folder(_ dialect: Dialect) throws -> ProjectFolder {
        let folder = try ProjectFolder()
        try folder.revise(1, dialect, up: "CREATE TABLE a (id integer PRIMARY KEY);", down: "DROP TABLE a;")
        try folder.revise(2, dialect, up: "CREATE TABLE b (id integer PRIMARY KEY);", down: "DROP TABLE b;")
        return folder
    }

    @Test(arguments: Dialect.allCases, [false, true])
    func isPartOfIt(_ dialect: Dialect, _ isForeign: Bool) async throws {
        let folder = try folder(dialect)
        try await withDatabase(dialect) { inner in
            let connection: any Connection = isForeign ? ForeignConnection(inner: inner) : inner
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            try await connection.execute("BEGIN; CREATE TABLE mine (id integer)")
            #expect(try await autogen.upgrade().count == 2)
            #expect(try await connection.isInTransaction())
            #expect(try await autogen.current().heads.map(\.text) == ["000000000002"])
            try await connection.execute("ROLLBACK")
            #expect(try await names(connection) == [])

            try await connection.transaction(.write) { _ = try await autogen.upgrade() }
            #expect(try await !connection.isInTransaction())
            #expect(try await names(connection) == ["a", "autogen_version", "b"])
            try await autogen.downgrade(to: .base)
            #expect(try await names(connection) == ["autogen_version"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func failureUndoesOnlyItself(_ dialect: Dialect) async throws {
        let folder = try folder(dialect)
        try folder.revise(3, dialect, up: "CREATE TABLE c (id integer);\nSELECT nothing;")
        try await withDatabase(dialect) { connection in
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            try await connection.execute("BEGIN; CREATE TABLE mine (id integer)")
            await #expect(throws: MigrationError.self) { try await autogen.upgrade() }
            try await connection.execute("COMMIT")
            #expect(try await names(connection) == ["mine"])
        }
    }

    @Test func cannotRunWhatNeedsNone() async throws {
        let folder = try folder(.postgresql)
        let name = try folder.revise(3, .postgresql, up: "CREATE INDEX CONCURRENTLY i ON a (id);", transaction: .no)
        try await withDatabase(.postgresql) { connection in
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            try await connection.execute("BEGIN")
            let error = await #expect(throws: MigrationError.self) { try await autogen.upgrade() }
            let text = error?.description ?? ""
            #expect(
                text.hasPrefix("\(name):9:1: error: this can't run in a transaction, and the connection has one open"))
            try await connection.execute("COMMIT")
            #expect(try await names(connection) == [])
            #expect(try await autogen.upgrade().count == 3)
        }
    }

    /// SQLite would delete the children of what is dropped, and can't be told otherwise inside a transaction.
    @Test func dropsNothingWithForeignKeysOn() async throws {
        let folder = try folder(.sqlite)
        try folder.revise(
            3, .sqlite,
            up: """
                CREATE TABLE n (id integer PRIMARY KEY);
                INSERT INTO n SELECT id FROM a;
                DROP TABLE a;
                ALTER TABLE n RENAME TO a;
                """)
        try await withDatabase(.sqlite) { connection in
            let autogen = SchemaMigrator(connection: connection, project: folder.project)
            try await autogen.upgrade(to: RevisionReference("000000000002"))
            try await connection.execute(
                """
                CREATE TABLE child (a integer REFERENCES a ON DELETE CASCADE);
                INSERT INTO a VALUES (1); INSERT INTO child VALUES (1);
                PRAGMA foreign_keys = ON;
                BEGIN
                """)
            let error = await #expect(throws: MigrationError.self) { try await autogen.upgrade() }
            #expect(error?.description.contains("error: dropping a table while foreign keys are on") == true)
            try await connection.execute("COMMIT")
            let count: SQL = "SELECT count(*) AS n FROM child"
            #expect(try await connection.query(count).first?.int("n") == 1)
            try await connection.execute("PRAGMA foreign_keys = OFF; BEGIN")
            try await autogen.upgrade()
            try await connection.execute("COMMIT")
            #expect(try await connection.query(count).first?.int("n") == 1)
        }
    }

    /// Reading a schema inside a transaction sees what that did, and leaves its settings alone.
    @Test func readsWhatIsNotCommitted() async throws {
        let folder = try ProjectFolder()
        try folder.write("CREATE TABLE public.a (id integer);", to: "schema/a.sql")
        try await withDatabase(.postgresql) { connection in
            var project = folder.project
            project.url = try TestServer.url()
            let autogen = SchemaMigrator(connection: connection, provider: TestProvider(), project: project)
            let before = try await autogen.diff(from: .connection(connection), to: .declared)
            #expect(before.sql.contains("CREATE TABLE public.a"))
            try await connection.execute(
                "BEGIN; SET LOCAL search_path = pg_temp, public; CREATE TABLE public.a (id integer)")
            #expect(try await autogen.diff(from: .connection(connection), to: .declared).isEmpty)
            let path = try await connection.query("SHOW search_path").first?.string("search_path")
            #expect(path == "pg_temp, public")
            try await connection.execute("ROLLBACK")
        }
    }

    /// The time limits that the caller has set are those it has afterwards.
    @Test func keepsTimeLimits() async throws {
        let folder = try folder(.postgresql)
        try await withDatabase(.postgresql) { connection in
            var project = folder.project
            project.migration.lockTimeout = .seconds(7)
            try await connection.execute("SET lock_timeout = '3s'")
            try await SchemaMigrator(connection: connection, project: project).upgrade()
            #expect(try await connection.query("SHOW lock_timeout").first?.string("lock_timeout") == "3s")
        }
    }
}
