import AutogenConnection
import AutogenPostgresConnection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@testable import AutogenRevisions

/// Applying and taking back on real databases: transactions, foreign keys, locks.
@Suite struct MigratorTests {
    @Test func ownTransactionAroundAScriptIsNoHindrance() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let framed = "PRAGMA foreign_keys = OFF; BEGIN; CREATE TABLE a (id INT); COMMIT; PRAGMA foreign_keys = ON;"
        let graph = try RevisionGraph([script("a", upgrade: framed, downgrade: "DROP TABLE a;")])
        let migrator = Migrator(connection: connection, graph: graph)
        try await migrator.upgrade(to: RevisionReference("head"))
        #expect(try await migrator.state().heads == [id("a")])
        try await migrator.downgrade(to: RevisionReference("base"))
        #expect(try await migrator.state().heads == [])
    }

    @Test func transactionStatementInTheMiddleIsRefused() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let graph = try RevisionGraph([
            script("a", upgrade: "CREATE TABLE a (id INT);\nCOMMIT;\nCREATE TABLE b (id INT);")
        ])
        let migrator = Migrator(connection: connection, graph: graph)
        await #expect {
            try await migrator.upgrade(to: RevisionReference("head"))
        } throws: {
            "\($0)".hasPrefix("a.sql:7:1: error: COMMIT in a script that runs in a transaction")
        }
        #expect(try await connection.query("SELECT * FROM sqlite_schema").isEmpty)
    }

    @Test func withoutATransactionWhatRanStays() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let text = "CREATE TABLE a (id INT); BEGIN; CREATE TABLE b (id INT); CREATE TABLE a (id INT); COMMIT;"
        let graph = try RevisionGraph([script("a", transaction: "no", upgrade: text)])
        await #expect {
            try await Migrator(connection: connection, graph: graph).upgrade(to: RevisionReference("head"))
        } throws: {
            "\($0)".contains("1 of its 3 statements had run and stay")
        }
        let tables = try await connection.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'autogen_version'")
        #expect(try tables.map { try $0.string("name") } == ["a"])
    }

    @Test func rebuildingAReferencedTableDeletesNothing() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(
            """
            PRAGMA foreign_keys = ON; CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
            CREATE TABLE c (p REFERENCES p ON DELETE CASCADE); INSERT INTO c VALUES (1);
            """)
        let rebuild = """
            CREATE TABLE n (id INTEGER PRIMARY KEY, more INT); INSERT INTO n (id) SELECT id FROM p;
            DROP TABLE p; ALTER TABLE n RENAME TO p;
            """
        let graph = try RevisionGraph([
            script("a", upgrade: rebuild), script("b", after: "a", upgrade: "DELETE FROM p;"),
        ])
        let migrator = Migrator(connection: connection, graph: graph)
        try await migrator.upgrade(to: RevisionReference("a"))
        #expect(try await connection.query("SELECT * FROM c").count == 1)
        #expect(try await connection.query("PRAGMA foreign_keys").first?.bool("foreign_keys") == true)
        await #expect {
            try await migrator.upgrade(to: RevisionReference("b"))
        } throws: {
            "\($0)".contains("1 of c without their p")
        }
        #expect(try await connection.query("SELECT * FROM p").count == 1)
        #expect(try await connection.query("PRAGMA foreign_keys").first?.bool("foreign_keys") == true)
    }

    @Test func unknownRevisionInTheDatabase() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let both = try RevisionGraph([script("a"), script("b", after: "a")])
        try await Migrator(connection: connection, graph: both).upgrade(to: RevisionReference("head"))
        let one = try RevisionGraph([script("a")])
        await #expect {
            try await Migrator(connection: connection, graph: one).downgrade(to: RevisionReference("base"))
        } throws: {
            "\($0)".hasPrefix("b.sql: the script of revision b was removed after it was applied (")
        }
    }

    @Test func failureOnPostgresIsRolledBack() async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            let graph = try RevisionGraph([
                script("a", dialect: "postgresql", upgrade: "CREATE TABLE a ();", downgrade: "DROP TABLE a;"),
                script("b", after: "a", dialect: "postgresql", upgrade: "CREATE TABLE b ();\nSELECT 1 / 0;"),
            ])
            let migrator = Migrator(connection: connection, graph: graph)
            await #expect {
                try await migrator.upgrade(to: RevisionReference("head"))
            } throws: {
                "\($0)".hasPrefix("b.sql:7:1: error: division by zero (22012)")
            }
            #expect(try await migrator.state().heads == [id("a")])
            #expect(try await connection.query("SELECT 1 FROM pg_class WHERE relname = 'b'").isEmpty)
            await connection.close()
        }
    }

    @Test func concurrentIndexNeedsNoTransaction() async throws {
        try await withPostgres { url in
            let connection = try await PostgresConnection.open(url)
            let text = "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (id);"
            let graph = try RevisionGraph([script("a", dialect: "postgresql", transaction: "no", upgrade: text)])
            try await Migrator(connection: connection, graph: graph).upgrade(to: RevisionReference("head"))
            #expect(try await connection.query("SELECT 1 FROM pg_class WHERE relname = 'i'").count == 1)
            await connection.close()
        }
    }

    /// Ten at a time: every revision runs once, and all find the database at head in the end.
    @Test func manyAtOnce() async throws {
        let slow = "CREATE TABLE a (); SELECT pg_sleep(0.2);"
        let graph = try RevisionGraph([
            script("a", dialect: "postgresql", upgrade: slow),
            script("b", after: "a", dialect: "postgresql", upgrade: "CREATE TABLE b ();"),
        ])
        try await withPostgres { url in
            let ran = try await counts(graph, 10) { try await PostgresConnection.open(url) }
            #expect(ran.sorted().suffix(2).reduce(0, +) == 2)
            #expect(ran.reduce(0, +) == 2)
        }
    }

    @Test func manyAtOnceOnOneFile() async throws {
        let file = TemporaryFile()
        try await file.open().close()
        let graph = try RevisionGraph([
            script("a", upgrade: "CREATE TABLE a (id INT);"),
            script("b", after: "a", upgrade: "CREATE TABLE b (id INT);"),
        ])
        let url = file.url
        let ran = try await counts(graph, 5) { try await SQLiteConnection.open(url) }
        #expect(ran.reduce(0, +) == 2)
    }

    private func counts(
        _ graph: RevisionGraph, _ number: Int, _ open: @escaping @Sendable () async throws -> any Connection
    ) async throws -> [Int] {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<number {
                group.addTask {
                    let connection = try await open()
                    let done = try await Migrator(connection: connection, graph: graph)
                        .upgrade(to: RevisionReference("head"))
                    await connection.close()
                    return done.count
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
