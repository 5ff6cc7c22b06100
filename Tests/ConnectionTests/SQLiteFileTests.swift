import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

@Suite struct SQLiteFileTests {
    @Test func modesDecideWhetherAFileIsMade() async throws {
        let folder = try TemporaryFolder()
        for mode in [SQLiteConnection.Mode.readOnly, .readWrite] {
            let error = try await failure { try await SQLiteConnection.open(folder.url("a.db"), mode: mode) }
            #expect(error.reason == .connection && error.code == "SQLITE_CANTOPEN")
            #expect(error.message == "cannot open \(folder.path)/a.db: there is no such file")
        }
        let writer = try await SQLiteConnection.open(folder.url("a.db"), mode: .create)
        try await writer.execute("CREATE TABLE t (id integer)")
        await writer.close()
        let reader = try await SQLiteConnection.open(folder.url("a.db"), mode: .readOnly)
        #expect(try await reader.query("SELECT * FROM t").isEmpty)
        let error = try await failure { try await reader.execute("INSERT INTO t VALUES (1)") }
        #expect(error.code == "SQLITE_READONLY" && error.reason == .statement)
    }

    @Test func whoWritesHasThreadsAndMemoryForIndexes() async throws {
        let folder = try TemporaryFolder()
        let writer = try await SQLiteConnection.open(folder.url("a.db"), mode: .create)
        #expect(try await writer.query("PRAGMA cache_size").first?.int("cache_size") == -8192)
        let threads = try #require(try await writer.query("PRAGMA threads").first?.int("threads"))
        #expect((1...4).contains(threads))
        try await writer.execute("PRAGMA cache_size = -500")
        #expect(try await writer.query("PRAGMA cache_size").first?.int("cache_size") == -500)
        await writer.close()
        let reader = try await SQLiteConnection.open(folder.url("a.db"), mode: .readOnly)
        #expect(try await reader.query("PRAGMA threads").first?.int("threads") == 0)
    }

    @Test func unusablePathsAreExplained() async throws {
        let folder = try TemporaryFolder()
        let isFolder = try await failure { try await SQLiteConnection.open(.sqlite(path: folder.path)) }
        #expect(isFolder.message == "cannot open \(folder.path): it is a folder")
        let noFolder = try await failure { try await SQLiteConnection.open(folder.url("x/a.db"), mode: .create) }
        #expect(noFolder.message == "cannot open \(folder.path)/x/a.db: there is no folder \(folder.path)/x")
        let wrongKind = try await failure {
            try await SQLiteConnection.open(DatabaseURL("postgresql://ada:secret@h/d"))
        }
        #expect(wrongKind.message == "postgresql://ada:***@h/d is not the URL of a SQLite database")
    }

    @Test func aFileOfAnotherKindIsNoDatabase() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/notes.txt"
        try Data(repeating: 65, count: 4096).write(to: URL(fileURLWithPath: path))
        for mode in [SQLiteConnection.Mode.readOnly, .readWrite, .create] {
            let error = try await failure { try await SQLiteConnection.open(.sqlite(path: path), mode: mode) }
            #expect(error.reason == .connection && error.code == "SQLITE_NOTADB")
            #expect(error.message == "\(path) is not a SQLite database, or it is encrypted")
        }
    }

    @Test(arguments: ["a?b#c%41.db", "file:a.db", "ü 😀.db"]) func pathsAreTakenAsTheyStand(name: String) async throws {
        let folder = try TemporaryFolder()
        let url = try DatabaseURL("sqlite:\(folder.path)/\(name)")
        let connection = try await SQLiteConnection.open(url, mode: .create)
        try await connection.execute("CREATE TABLE t (id)")
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(name)"))
        await connection.close()
    }

    @Test func aBusyFileIsLockedAfterTheTimeout() async throws {
        let folder = try TemporaryFolder()
        let first = try await SQLiteConnection.open(folder.url("a.db"), mode: .create)
        try await first.execute("CREATE TABLE t (id); BEGIN EXCLUSIVE")
        let options = SQLiteConnection.Options(busyTimeout: .milliseconds(200))
        let second = try await SQLiteConnection.open(folder.url("a.db"), options: options)
        let time = try await duration {
            let error = try await failure { try await second.query("SELECT * FROM t") }
            #expect(error.reason == .locked && error.code == "SQLITE_BUSY")
        }
        #expect(time >= .milliseconds(200) && time < soon, "\(time)")
        try await first.execute("COMMIT")
        #expect(try await second.query("SELECT * FROM t").isEmpty)
    }

    @Test func aLockThatIsGivenUpInTimeIsWaitedFor() async throws {
        let folder = try TemporaryFolder()
        let first = try await SQLiteConnection.open(folder.url("a.db"), mode: .create)
        try await first.execute("CREATE TABLE t (id); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)")
        let second = try await SQLiteConnection.open(folder.url("a.db"))
        async let inserted: Void = second.execute("INSERT INTO t VALUES (2)")
        try await Task.sleep(for: .milliseconds(100))
        try await first.execute("COMMIT")
        try await inserted
        #expect(try await first.query("SELECT count(*) AS n FROM t").first?.int("n") == 2)
    }

    @Test func waitingForALockCanBeCancelled() async throws {
        let folder = try TemporaryFolder()
        let first = try await SQLiteConnection.open(folder.url("a.db"), mode: .create)
        try await first.execute("CREATE TABLE t (id); BEGIN EXCLUSIVE")
        let options = SQLiteConnection.Options(busyTimeout: .seconds(30))
        let second = try await SQLiteConnection.open(folder.url("a.db"), options: options)
        let task = Task { try await failure { try await second.query("SELECT * FROM t") } }
        try await Task.sleep(for: .milliseconds(100))
        let time = try await duration {
            task.cancel()
            let error = try await task.value
            #expect(error.reason == .cancelled)
        }
        #expect(time < soon, "\(time)")
    }

    @Test func aWALDatabaseThatCannotHaveItsIndexIsReadAsImmutable() async throws {
        let folder = try TemporaryFolder()
        let writer = try await SQLiteConnection.open(folder.url("w #1.db"), mode: .create)
        try await writer.execute("PRAGMA journal_mode = wal; CREATE TABLE t (id); INSERT INTO t VALUES (7)")
        await writer.close()
        // A link in the place of the -shm file, which SQLite won't follow, stops root too, whom permissions would not.
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/w #1.db-shm", withDestinationPath: "nowhere")
        let reader = try await SQLiteConnection.open(folder.url("w #1.db"), mode: .readOnly)
        #expect(try await reader.query("SELECT id FROM t").first?.int("id") == 7)
        let error = try await failure { try await SQLiteConnection.open(folder.url("w #1.db")) }
        #expect(error.reason == .connection && error.message.contains("w #1.db-shm"))
    }

    @Test func aClosedConnectionSaysSo() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        await connection.close()
        await connection.close()
        let error = try await failure { try await connection.query("SELECT 1") }
        #expect(error.reason == .connection && error.message == "the connection to :memory: is closed")
    }
}
