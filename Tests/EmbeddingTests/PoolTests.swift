import AutogenConnection
import AutogenDrivers
import AutogenSchema
import TestSupport
import Testing

@Suite struct PoolTests {
    private func pid(_ connection: any Connection) async throws -> Int? {
        let rows = try await connection.query("SELECT pg_backend_pid() AS pid")
        return try rows.first?.int("pid")
    }

    @Test func keepsConnections() async throws {
        let url = try TestServer.url()
        let pool = ConnectionPool(of: Drivers(), to: url, keeping: 1)
        let first = try await pool.open(url, for: .readWrite)
        let second = try await pool.open(url, for: .readWrite)
        let kept = try await pid(first)
        #expect(try await pid(second) != kept)
        try await first.execute("BEGIN; CREATE TEMPORARY TABLE t (id integer)")
        await first.close()
        await second.close()
        await #expect(throws: DatabaseError.self) { try await first.query("SELECT 1") }
        let again = try await pool.open(url, for: .readWrite)
        #expect(try await pid(again) == kept)
        #expect(try await !again.isInTransaction())
        let rows = try await again.query("SELECT to_regclass('pg_temp.t') IS NULL AS gone")
        #expect(try rows.first?.bool("gone") == true)
        await again.close()
        // What only reads is another connection, and a broken one is not handed out.
        let reader = try await pool.open(url, for: .readOnly)
        #expect(try await pid(reader) != kept)
        try await reader.execute("SELECT pg_terminate_backend(\(Int64(kept ?? 0))::integer)")
        await reader.close()
        let fresh = try await pool.withConnection(to: url, for: .readWrite) { try await pid($0) }
        #expect(fresh != kept)
        await pool.shutDown()
        let last = try await pool.withConnection(to: url, for: .readWrite) { try await pid($0) }
        #expect(last != fresh)
    }

    @Test func readsSettings() throws {
        let values = ["db.url": "sqlite:a.db", "db.pool": "2", "db.lock-timeout": "500ms", "other": "x"]
        let settings = try ConnectionSettings(values, prefix: "db.")
        let url = try DatabaseURL("sqlite:a.db")
        #expect(settings.url == url)
        #expect(settings.pool == 2 && settings.lockTimeout == .milliseconds(500))
        #expect(Drivers().pooled(settings, to: .memory) is ConnectionPool)
        #expect(Drivers().pooled(ConnectionSettings(), to: .memory) is Drivers)
    }

    @Test(arguments: [
        (["pool": "many"], "the setting \"pool\" must be a number of connections"),
        (["busy-timeout": "soon"], "the setting \"busy-timeout\" must be a time such as 500ms, 5s or 2m"),
        (
            ["pol": "1"],
            "the setting \"pol\" is unknown; known are url, pool, busy-timeout, statement-timeout, lock-timeout"
        ),
    ])
    func saysWhatIsWrong(_ values: [String: String], _ message: String) {
        let error = #expect(throws: ConnectionSettingsError.self) { try ConnectionSettings(values) }
        #expect(error?.description == message)
    }
}
