import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Testing

@Suite struct PostgresCancellationTests {
    enum Kind: CaseIterable { case query, batch, execute }

    private func sleep(_ kind: Kind, on connection: PostgresConnection) async throws {
        switch kind {
        case .query: _ = try await connection.query("SELECT pg_sleep(30)")
        case .batch: _ = try await connection.batch(["SELECT 1", "SELECT pg_sleep(30)", "SELECT 2"])
        case .execute: try await connection.execute("SELECT 1; SELECT pg_sleep(30); SELECT 2")
        }
    }

    @Test(arguments: Kind.allCases) func aRunningCallStops(kind: Kind) async throws {
        let connection = try await TestServer.connect()
        let task = Task { try await failure { try await sleep(kind, on: connection) } }
        try await Task.sleep(for: .milliseconds(100))
        let time = try await duration {
            task.cancel()
            let error = try await task.value
            #expect(error.reason == .cancelled)
        }
        #expect(time < soon, "\(time)")
        #expect(try await connection.query("SELECT 1 AS n").first?.int("n") == 1)
    }

    @Test func aCallCancelledBeforehandIsNotSent() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute("CREATE TEMP SEQUENCE s")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await failure { try await connection.query("SELECT nextval('s')") }
        }
        #expect(try await task.value.reason == .cancelled)
        #expect(try await connection.query("SELECT nextval('s') AS n").first?.int("n") == 1)
    }

    @Test func aQueuedCallNeverStarts() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute("CREATE TEMP SEQUENCE s")
        let running = Task { try await connection.query("SELECT pg_sleep(30)") }
        try await Task.sleep(for: .milliseconds(100))
        let queued = Task { try await failure { try await connection.query("SELECT nextval('s')") } }
        try await Task.sleep(for: .milliseconds(50))
        let time = try await duration {
            queued.cancel()
            let error = try await queued.value
            #expect(error.reason == .cancelled)
        }
        #expect(time < soon, "\(time)")
        running.cancel()
        _ = await running.result
        #expect(try await connection.query("SELECT nextval('s') AS n").first?.int("n") == 1)
    }

    @Test func manyCancellationsHitNoOtherStatement() async throws {
        let connection = try await TestServer.connect()
        var stopped = 0
        for number in 0..<300 {
            let task = Task { try await connection.query("SELECT pg_sleep(0.001), 1 AS n") }
            try await Task.sleep(for: .microseconds(number * 10))
            task.cancel()
            async let next = connection.query("SELECT \(number) AS n")
            #expect(try await next.first?.int("n") == number)
            switch await task.result {
            case .success(let rows): #expect(try rows.first?.int("n") == 1)
            case .failure(let error):
                #expect((error as? DatabaseError)?.reason == .cancelled)
                stopped += 1
            }
        }
        #expect(stopped > 0)
    }

    /// The cancel request may reach the server before the statement does.
    @Test func cancellingAtOnceNeverWaitsForTheStatement() async throws {
        let connection = try await TestServer.connect()
        let time = try await duration {
            for number in 0..<100 {
                let task = Task { try await failure { try await connection.query("SELECT pg_sleep(30)") } }
                if number.isMultiple(of: 2) { await Task.yield() }
                task.cancel()
                let error = try await task.value
                #expect(error.reason == .cancelled)
            }
        }
        #expect(time < .seconds(20), "\(time)")
    }

    @Test func aTransactionThatIsCancelledRollsBack() async throws {
        let connection = try await TestServer.connect()
        try await connection.execute("CREATE TEMP TABLE t (id integer)")
        let task = Task {
            try await failure {
                try await connection.transaction(.write) {
                    try await connection.execute("INSERT INTO t VALUES (1)")
                    try await connection.execute("SELECT pg_sleep(30)")
                }
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(try await task.value.reason == .cancelled)
        #expect(try await connection.query("SELECT * FROM t").isEmpty)
    }
}
