import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Testing

@Suite struct PostgresFaultTests {
    private func processID(_ connection: PostgresConnection) async throws -> Int {
        try #require(try await connection.query("SELECT pg_backend_pid() AS pid").first).int("pid")
    }

    private func waitUntilGone(_ pid: Int, _ killer: PostgresConnection) async throws {
        while try await !killer.query("SELECT 1 FROM pg_stat_activity WHERE pid = \(pid)").isEmpty {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func waitUntilAsleep(_ pid: Int, _ watcher: PostgresConnection) async throws {
        while try await watcher.query(
            "SELECT 1 FROM pg_stat_activity WHERE pid = \(pid) AND wait_event = 'PgSleep'"
        ).isEmpty {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test func aKilledBackendFailsTheRunningAndAllLaterCalls() async throws {
        let connection = try await TestServer.connect()
        let killer = try await TestServer.connect()
        let pid = try await processID(connection)
        async let running = failure { try await connection.query("SELECT pg_sleep(30)") }
        try await waitUntilAsleep(pid, killer)
        async let queued = failure { try await connection.batch(["SELECT 1", "SELECT 2"]) }
        try await Task.sleep(for: .milliseconds(50))
        _ = try await killer.query("SELECT pg_terminate_backend(\(pid))")
        let first = try await running
        #expect(first.reason == .connection && first.code == "57P01")
        #expect(try await queued.reason == .connection)
        let time = try await duration {
            let later = try await failure { try await connection.execute("SELECT 1") }
            #expect(later.reason == .connection && later.code == "57P01")
        }
        #expect(time < soon, "\(time)")
        await connection.close()
    }

    @Test func aBackendKilledWhileIdleIsNoticed() async throws {
        let connection = try await TestServer.connect()
        let killer = try await TestServer.connect()
        let pid = try await processID(connection)
        _ = try await killer.query("SELECT pg_terminate_backend(\(pid))")
        try await waitUntilGone(pid, killer)
        let error = try await failure { try await connection.query("SELECT 1") }
        #expect(error.reason == .connection && error.code == "57P01", "\(error)")
    }

    @Test func aBackendKilledInABatchFailsIt() async throws {
        let connection = try await TestServer.connect()
        let pid = try await processID(connection)
        let error = try await failure {
            try await connection.batch(["SELECT 1", "SELECT pg_terminate_backend(\(pid))", "SELECT pg_sleep(1)"])
        }
        #expect(error.reason == .connection)
        let later = try await failure { try await connection.query("SELECT 1") }
        #expect(later.reason == .connection)
    }

    @Test func callsOnAClosedConnectionFail() async throws {
        let connection = try await TestServer.connect()
        async let running = failure { try await connection.query("SELECT pg_sleep(30)") }
        try await Task.sleep(for: .milliseconds(50))
        await connection.close()
        await connection.close()
        let error = try await running
        #expect(error.reason == .connection && error.message == "the connection is closed")
        let later = try await failure { try await connection.query("SELECT 1") }
        #expect(later.message == "the connection is closed")
    }

    @Test func statementTimeout() async throws {
        let connection = try await TestServer.connect(PostgresOptions(statementTimeout: .milliseconds(100)))
        let time = try await duration {
            let error = try await failure { try await connection.query("SELECT pg_sleep(30)") }
            #expect(error.reason == .timeout && error.code == "57014")
        }
        #expect(time >= .milliseconds(100) && time < soon, "\(time)")
        #expect(try await connection.query("SELECT 1 AS n").first?.int("n") == 1)
    }

    @Test func lockTimeout() async throws {
        let holder = try await TestServer.connect()
        let connection = try await TestServer.connect(PostgresOptions(lockTimeout: .milliseconds(100)))
        _ = try await holder.query("SELECT pg_advisory_lock(7301)")
        let error = try await failure { try await connection.query("SELECT pg_advisory_lock(7301)") }
        #expect(error.reason == .locked && error.code == "55P03")
        _ = try await holder.query("SELECT pg_advisory_unlock(7301)")
        _ = try await connection.query("SELECT pg_advisory_lock(7301)")
    }

    @Test func anotherSessionsCancelIsNoCancellationOfOurs() async throws {
        let connection = try await TestServer.connect()
        let other = try await TestServer.connect()
        let pid = try await processID(connection)
        async let running = failure { try await connection.query("SELECT pg_sleep(30)") }
        try await waitUntilAsleep(pid, other)
        _ = try await other.query("SELECT pg_cancel_backend(\(pid))")
        let error = try await running
        #expect(error.reason == .statement && error.code == "57014")
    }
}
