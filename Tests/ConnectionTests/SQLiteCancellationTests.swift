import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@Suite struct SQLiteCancellationTests {
    private let endless: SQL = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    @Test func aLongStatementStops() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        let task = Task { try await failure { try await connection.query(endless) } }
        try await Task.sleep(for: .milliseconds(100))
        let time = try await duration {
            task.cancel()
            let error = try await task.value
            #expect(error.reason == .cancelled)
        }
        #expect(time < soon, "\(time)")
        #expect(try await connection.query("SELECT 1 AS n").first?.int("n") == 1)
    }

    @Test func aQueuedCallNeverStarts() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        try await connection.execute("CREATE TABLE t (id)")
        let first = Task { try await failure { try await connection.query(endless) } }
        try await Task.sleep(for: .milliseconds(50))
        let second = Task { try await failure { try await connection.execute("INSERT INTO t VALUES (1)") } }
        second.cancel()
        try await Task.sleep(for: .milliseconds(20))
        first.cancel()
        #expect(try await first.value.reason == .cancelled)
        #expect(try await second.value.reason == .cancelled)
        #expect(try await connection.query("SELECT * FROM t").isEmpty)
    }

    @Test func manyCancellationsHitNoOtherStatement() async throws {
        let connection = try await SQLiteConnection.open(.memory)
        for number in 0..<300 {
            let task = Task {
                try await connection.query(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT max(i) AS m FROM n"
                )
            }
            try await Task.sleep(for: .microseconds(number * 10))
            task.cancel()
            async let next = connection.query("SELECT \(number) AS n")
            #expect(try await next.first?.int("n") == number)
            switch await task.result {
            case .success(let rows): #expect(try rows.first?.int("m") == 20000)
            case .failure(let error): #expect((error as? DatabaseError)?.reason == .cancelled)
            }
        }
    }

    @Test func otherTasksGoOnWhileAStatementRuns() async throws {
        // As many endless statements as the pool could ever have threads must not hold up an unrelated task.
        let connections = try await withThrowingTaskGroup(of: SQLiteConnection.self) { group in
            for _ in 0..<16 { group.addTask { try await SQLiteConnection.open(.memory) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let tasks = connections.map { connection in
            Task { try await failure { try await connection.query(endless) } }
        }
        try await Task.sleep(for: .milliseconds(50))
        let time = await duration { for _ in 0..<100 { await Task.yield() } }
        #expect(time < soon, "\(time)")
        for task in tasks { task.cancel() }
        for task in tasks { #expect(try await task.value.reason == .cancelled) }
    }
}
