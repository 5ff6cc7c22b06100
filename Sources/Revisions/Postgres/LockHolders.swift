import AutogenConnection
import AutogenSchema

/// Says for whom a session waits, as another session sees it.
///
/// Source: `pg_blocking_pids`, <https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SESSION>.
struct LockHolders: Sendable {
    private let observer: any Connection
    private let process: Int

    /// `nil` where there is no other connection to be had.
    init?(of connection: any Connection, _ opens: (@Sendable () async throws -> any Connection)?) async throws {
        guard let opens, let row = try await connection.query("SELECT pg_catalog.pg_backend_pid() AS pid").first,
            let observer = try? await opens()
        else { return nil }
        process = try row.int("pid")
        self.observer = observer
    }

    func close() async { await observer.close() }

    /// Begins to look for whom the session waits.
    func looking() -> Look {
        Look(task: Task { await watch() })
    }

    struct Look: Sendable {
        fileprivate let task: Task<[String], Never>

        /// Stops looking, and returns who was seen last.
        func found() async -> [String] {
            task.cancel()
            return await task.value
        }
    }

    private func watch() async -> [String] {
        var found: [String] = []
        while !Task.isCancelled {
            // A query that was sent is read to its end, and the connection stays usable.
            if let holders = await Task(operation: { try? await look() }).value, !holders.isEmpty { found = holders }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return found
    }

    private func look() async throws -> [String] {
        let rows = try await observer.query(
            """
            SELECT a.pid, a.backend_type, coalesce(a.application_name, '') AS program, coalesce(a.usename, '') AS role,
                coalesce(a.state, '') AS state, left(coalesce(a.query, ''), 200) AS query,
                a.backend_type = 'autovacuum worker'
                    AND a.query NOT LIKE '%(to prevent wraparound)' AS vacuums,
                coalesce(extract(epoch FROM now() - a.xact_start), 0)::int8 AS age
            FROM pg_catalog.pg_stat_activity a
            WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(\(Int64(process))))
            ORDER BY a.xact_start
            """)
        var holders: [String] = []
        for row in rows {
            let process = try row.int("pid")
            if try row.bool("vacuums") { await endVacuum(process) }
            holders.append(
                Self.text(
                    process, kind: try row.string("backend_type"), program: try row.string("program"),
                    role: try row.string("role"), state: try row.string("state"), query: try row.string("query"),
                    age: try row.int("age")))
        }
        return holders
    }

    /// Ends an automatic vacuum, as the server itself does for who waits for longer than `deadlock_timeout`; not one that must be,
    /// lest numbers of transactions run out, which `pg_stat_activity` tells by its words alone.
    private func endVacuum(_ process: Int) async {
        _ = try? await observer.query("SELECT pg_catalog.pg_cancel_backend(\(Int64(process)))")
    }

    /// `process 4711 (web, role app), whose transaction is 12 min old and idle: SELECT ...`
    private static func text(
        _ process: Int, kind: String, program: String, role: String, state: String, query: String, age: Int
    ) -> String {
        let names = [kind == "client backend" ? "" : kind, program, role.isEmpty ? "" : "role \(role)"]
        let who = names.filter { !$0.isEmpty }.joined(separator: ", ")
        let time = age < 120 ? "\(age) s" : "\(age / 60) min"
        let rest = state.hasPrefix("idle") ? " and idle, after" : ", at"
        return "process \(process)\(who.isEmpty ? "" : " (\(who))"), whose transaction is \(time) old\(rest): "
            + query.oneLine
    }
}
