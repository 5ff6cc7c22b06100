import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Synchronization
import Testing

@Suite struct SQLiteProgressTests {
    @Test func aLongStatementTellsHowFarItIs() async throws {
        let seen = Mutex<[StatementProgress]>([])
        let options = SQLiteConnection.Options(onProgress: { progress in seen.withLock { $0.append(progress) } })
        let connection = try await SQLiteConnection.open(.memory, mode: .create, options: options)
        try await connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
        // A task that is cancelled once something was told: however slow the machine, it ends.
        let task = Task {
            try await connection.execute(
                """
                -- all numbers
                INSERT INTO t
                WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'row ' || i FROM n
                """)
        }
        while seen.withLock({ $0.count < 2 }) { try await Task.sleep(for: .milliseconds(50)) }
        task.cancel()
        let result = await task.result
        #expect(throws: DatabaseError.self) { try result.get() }
        let told = seen.withLock { $0 }
        #expect(told.allSatisfy { $0.statement == "INSERT INTO t" && $0.rows > 0 && $0.elapsed >= .milliseconds(500) })
        #expect(told[0].rows < told[1].rows && told[0].elapsed < told[1].elapsed)
    }

    @Test func extensionsAreLoadedByOptionAndNotBySQL() async throws {
        let options = SQLiteConnection.Options(extensions: ["./no-such-extension"])
        let missing = try await failure { try await SQLiteConnection.open(.memory, mode: .create, options: options) }
        #expect(missing.reason == .connection)
        #expect(missing.message.hasPrefix("cannot load the extension ./no-such-extension: "))
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        let refused = try await failure { try await connection.query("SELECT load_extension('./no-such-extension')") }
        #expect(refused.message == "not authorized")
    }
}
