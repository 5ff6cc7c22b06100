import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Testing

@Suite(.serialized) struct PostgresLargeResultTests {
    @Test(.timeLimit(.minutes(5))) func aHundredMegabytesInManyRows() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query(
            "SELECT n, lpad(n::text, 1024, '0') AS t FROM generate_series(1, 100000) n")
        #expect(rows.count == 100_000)
        let last = try #require(rows.last)
        #expect(try last.int("n") == 100_000)
        #expect(try last.string("t").utf8.count == 1024 && last.string("t").hasSuffix("100000"))
    }

    @Test(.timeLimit(.minutes(5))) func aHundredMegabytesInOneValue() async throws {
        let connection = try await TestServer.connect()
        let rows = try await connection.query("SELECT repeat('0123456789', 10000000) AS t")
        #expect(try #require(rows.first).string("t").utf8.count == 100_000_000)
    }

    @Test(.timeLimit(.minutes(5))) func aLargeResultCanBeCancelled() async throws {
        let connection = try await TestServer.connect()
        let task = Task {
            try await failure {
                try await connection.query("SELECT repeat('x', 1000) FROM generate_series(1, 10000000)")
            }
        }
        try await Task.sleep(for: .milliseconds(200))
        let time = try await duration {
            task.cancel()
            let error = try await task.value
            #expect(error.reason == .cancelled)
        }
        #expect(time < soon, "\(time)")
        #expect(try await connection.query("SELECT 1 AS n").first?.int("n") == 1)
    }
}
