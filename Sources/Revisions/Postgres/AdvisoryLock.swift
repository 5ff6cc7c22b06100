import AutogenConnection
import AutogenSchema

/// An advisory lock of the session, on a number made from the version table's name; of the transaction where one is open,
/// since what is not yet committed can't be seen by whom the lock lets go on. Behind a pooler the transaction of a second
/// connection holds it.
struct AdvisoryLock {
    private let lock: MigrationLock

    init(_ lock: MigrationLock) { self.lock = lock }

    func held<Result: Sendable>(
        on connection: any Connection, _ body: (MigrationHold) async throws -> Result
    ) async throws -> Result {
        guard try await !connection.isInTransaction() else {
            try await wait { try await take("pg_try_advisory_xact_lock", on: connection) }
            return try await body(MigrationHold(isShared: try await connection.isPooled()))
        }
        guard try await !connection.isPooled() else { return try await heldBeside(connection, body) }
        try await wait { try await take("pg_try_advisory_lock", on: connection) }
        do {
            let result = try await body(MigrationHold())
            try await connection.execute("SELECT pg_advisory_unlock(\(key))")
            return result
        } catch {
            // In a task of its own, since a cancelled one could not unlock.
            await Task { try? await connection.execute("SELECT pg_advisory_unlock(\(key))") }.value
            throw error
        }
    }

    /// Whether nobody migrates the database; as long as the transaction that is open lasts, nobody begins to.
    static func isFree(_ table: VersionTable, on connection: any Connection) async throws -> Bool {
        let lock = AdvisoryLock(MigrationLock(table: table, limit: .zero, onWait: {}, opensAnother: nil))
        return try await lock.take("pg_catalog.pg_try_advisory_xact_lock_shared", on: connection)
    }

    private func take(_ function: String, on connection: any Connection) async throws -> Bool {
        try await connection.query("SELECT \(raw: function)(\(key)) AS taken").first?.bool("taken") ?? false
    }

    private func wait(_ take: () async throws -> Bool) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + lock.limit
        var isFirst = true
        while try await !take() {
            guard clock.now < deadline else { throw MigrationError.locked(lock.limit) }
            if isFirst { lock.onWait() }
            isFirst = false
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// The first 60 bits of a digest, so that it is a positive bigint.
    private var key: Int64 {
        let name = lock.table.qualified.joined(separator: ".")
        return Int64(SHA256.hexadecimal("autogen migration lock \(name)").prefix(15), radix: 16) ?? 0
    }
}

extension AdvisoryLock {
    /// A session lock would stay with a session that others are given, so a transaction beside holds it.
    private func heldBeside<Result: Sendable>(
        _ connection: any Connection, _ body: (MigrationHold) async throws -> Result
    ) async throws -> Result {
        guard let opensAnother = lock.opensAnother else {
            throw MigrationError.noLockConnection("autogen was given one connection and no URL")
        }
        let keeper: any Connection
        do {
            keeper = try await opensAnother()
        } catch let error as DatabaseError where error.reason != .cancelled {
            throw MigrationError.noLockConnection("\(error)")
        }
        do {
            try await wait {
                let isTaken = try await within { try await takeBeside(keeper) }
                if !isTaken { try await keeper.execute("ROLLBACK") }
                return isTaken
            }
            try await MigrationHold(keeper: keeper).check()
            // A pool of one lends the keeper what the migration needs.
            _ = try await within { try await connection.query("SELECT 1") }
            let result = try await body(MigrationHold(isShared: true, keeper: keeper))
            try await release(keeper)
            return result
        } catch {
            await Task { try? await release(keeper) }.value
            throw error
        }
    }

    /// Without a limit on how long it may stand idle, and without a snapshot, for which CREATE INDEX CONCURRENTLY would
    /// wait.
    private func takeBeside(_ keeper: any Connection) async throws -> Bool {
        try await keeper.execute("BEGIN ISOLATION LEVEL READ COMMITTED, READ ONLY")
        // One came with version 17.
        _ = try await keeper.query(
            """
            SELECT pg_catalog.set_config(name, '0', true) FROM pg_catalog.pg_settings
            WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout')
            """)
        return try await take("pg_try_advisory_xact_lock", on: keeper)
    }

    private func release(_ keeper: any Connection) async throws {
        // The lock may have been lost with the connection, and all is done by now.
        try? await keeper.execute("ROLLBACK")
        await keeper.close()
    }

    /// What the pooler lets wait for longer than the limit is not to be had.
    private func within<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let limit = max(lock.limit, .seconds(1))
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else {
                throw MigrationError.noLockConnection("the pooler gave none within \(limit.components.seconds) s")
            }
            return result
        }
    }
}
