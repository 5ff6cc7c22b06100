import AutogenConnection
import AutogenSchema
import Foundation
import Testing

@testable import AutogenSQLiteConnection

/// What runs in a scratch database opens no other file and changes nothing of the process.
@Suite struct SQLiteConfinementTests {
    private func confined() async throws -> SQLiteConnection {
        try await SQLiteConnection.open(.memory, mode: .create, options: .init(isConfined: true))
    }

    @Test(arguments: [
        "ATTACH 'FILE' AS p", "ATTACH DATABASE 'fi' || 'le' AS p", "ATTACH (SELECT 'FILE') AS p",
        "ATTACH 'file:FILE' AS p", "ATTACH 'file::memory:?cache=shared' AS p", "VACUUM INTO 'FILE'",
        "VACUUM INTO 'FI' || 'LE'", "VACUUM main INTO 'FILE'", "SELECT load_extension('FILE')",
        "CREATE TABLE t (x); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT load_extension('FILE'); END; INSERT INTO t VALUES (1)",
        "PRAGMA temp_store_directory = 'FILE'", "SELECT fts3_tokenizer('simple', x'4141414141414141')",
        "SELECT FTS3_Tokenizer('simple', x'41')",
        "PRAGMA writable_schema = ON", "PRAGMA writable_schema(1)", "PRAGMA main.writable_schema = 1",
        "PRAGMA hard_heap_limit = 1000000",
    ])
    func reachesNothing(_ script: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "confined-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let connection = try await confined()
        let sql = SQL(raw: script.replacing("FILE", with: folder.path + "/x.db"))
        let error = await #expect(throws: DatabaseError.self) { try await connection.execute(sql) }
        #expect(error?.reason == .unsafe)
        #expect(error?.code == "SQLITE_AUTH" || error?.code == "SQLITE_ERROR")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        // It goes on being of use, and a later error is its own.
        try await connection.execute("CREATE TABLE later (x)")
        let later = await #expect(throws: DatabaseError.self) { try await connection.execute("SELECT nothing") }
        #expect(later?.reason == .statement)
        await connection.close()
    }

    @Test(arguments: [
        "VACUUM", "ATTACH ':memory:' AS m; CREATE TABLE m.t (x); DETACH m", "ATTACH '' AS m; DETACH m",
        "PRAGMA writable_schema = RESET", "PRAGMA writable_schema", "PRAGMA foreign_keys = ON; PRAGMA user_version = 7",
        "CREATE TABLE a (x); ALTER TABLE a RENAME TO b; ALTER TABLE b RENAME COLUMN x TO y; ALTER TABLE b ADD z",
        "CREATE VIRTUAL TABLE docs USING fts5(title); INSERT INTO docs VALUES ('a'); SELECT * FROM docs('a')",
        "CREATE TABLE a (x); CREATE TRIGGER r AFTER INSERT ON a BEGIN DELETE FROM a; END; INSERT INTO a VALUES (1)",
    ])
    func doesAllElse(_ script: String) async throws {
        let connection = try await confined()
        try await connection.execute(SQL(raw: script))
        await connection.close()
    }

    @Test func othersReachWhatTheyWant() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute("ATTACH 'file:memdb1?mode=memory' AS m; PRAGMA writable_schema = ON")
        await connection.close()
    }
}
