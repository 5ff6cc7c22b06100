import AutogenConnection
import AutogenSchema

/// Keeps two processes from migrating one database at the same time.
///
/// PostgreSQL: an advisory lock of the session, on a number made from the version table's name; of the transaction where
/// one is open, since what is not yet committed can't be seen by whom the lock lets go on. SQLite needs none beside the
/// write lock, which each revision's transaction takes when it begins.
struct MigrationLock {
    let table: VersionTable
    let limit: Duration
    let onWait: @Sendable () -> Void

    func held<Result: Sendable>(
        on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result {
        guard connection.dialect == .postgresql else { return try await body() }
        guard try await !connection.isInTransaction() else {
            try await take("pg_try_advisory_xact_lock", on: connection)
            return try await body()
        }
        try await take("pg_try_advisory_lock", on: connection)
        do {
            let result = try await body()
            try await connection.execute("SELECT pg_advisory_unlock(\(key))")
            return result
        } catch {
            // In a task of its own, since a cancelled one could not unlock.
            await Task { try? await connection.execute("SELECT pg_advisory_unlock(\(key))") }.value
            throw error
        }
    }

    private func take(_ function: String, on connection: any Connection) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        var isFirst = true
        while try await !(connection.query("SELECT \(raw: function)(\(key)) AS taken").first?.bool("taken") ?? false) {
            guard clock.now < deadline else { throw MigrationError.locked(limit) }
            if isFirst { onWait() }
            isFirst = false
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// The first 60 bits of a digest, so that it is a positive bigint.
    private var key: Int64 {
        let name = table.path(in: .postgresql).joined(separator: ".")
        return Int64(SHA256.hexadecimal("autogen migration lock \(name)").prefix(15), radix: 16) ?? 0
    }
}
