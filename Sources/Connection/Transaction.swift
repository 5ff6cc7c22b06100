import AutogenSchema

/// How a transaction begins.
public enum TransactionMode: Sendable, Hashable {
    /// Reads one unchanging state and can't write: `REPEATABLE READ, READ ONLY` on PostgreSQL, a read transaction on SQLite.
    ///
    /// On PostgreSQL names without a schema are the server's own in it: ``Connection/lookUp(_:)`` says why.
    case snapshot
    /// Reads and writes; on SQLite the write lock is taken at once.
    case write
}

extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// ```swift
    /// try await connection.transaction(.write) {
    ///     try await connection.execute("CREATE TABLE a (id integer); CREATE TABLE b (id integer)")
    /// }
    /// ```
    ///
    /// Inside of an open transaction it is a savepoint: what `body` did is undone alone when it throws, and stays with the
    /// rest when that is committed. The mode of the open transaction stays as it is.
    public func transaction<Result: Sendable>(
        _ mode: TransactionMode, _ body: () async throws -> Result
    ) async throws -> Result {
        let frame = try await isInTransaction() ? TransactionSteps.savepoint : TransactionSteps.of(mode, in: dialect)
        try await execute(frame.begin)
        do {
            let result = try await body()
            try await execute(frame.commit)
            return result
        } catch {
            // The first error is the one to report; a connection that broke has nothing left to roll back.
            // A task of its own, since a cancelled one could not send the ROLLBACK.
            await Task { try? await execute(frame.rollback) }.value
            throw error
        }
    }
}

/// The statements around what runs as one.
private struct TransactionSteps {
    let begin: SQL
    let commit: SQL
    let rollback: SQL

    static func of(_ mode: TransactionMode, in dialect: Dialect) -> TransactionSteps {
        TransactionSteps(begin: dialect.session.begin(mode), commit: "COMMIT", rollback: "ROLLBACK")
    }

    static let savepoint = TransactionSteps(
        begin: "SAVEPOINT autogen", commit: "RELEASE SAVEPOINT autogen",
        rollback: "ROLLBACK TO SAVEPOINT autogen; RELEASE SAVEPOINT autogen")
}
