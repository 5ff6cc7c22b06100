public import AutogenSchema

/// An open connection to one database, async and cancellable.
///
/// The engine asks nothing more of a database than this, so an application can hand over a connection of its own
/// making: conform the type that wraps it, and pass it where a `Connection` is wanted.
///
/// ```swift
/// let connection = try await PostgresConnection.open(url)
/// let rows = try await connection.query("SELECT nspname FROM pg_namespace")
/// await connection.close()
/// ```
///
/// Every call throws ``DatabaseError``. Cancelling the task that waits in a call stops the statement in the database,
/// throws an error with the reason `cancelled`, and leaves the connection usable.
public protocol Connection: Sendable {
    /// Which engine is at the other end.
    var dialect: Dialect { get }

    /// The version of the engine at the other end.
    func serverVersion() async throws(DatabaseError) -> ServerVersion

    /// Runs one statement and returns its rows.
    func query(_ sql: SQL) async throws(DatabaseError) -> Rows

    /// Runs several queries, in one round trip where the engine can, and returns their rows in order.
    func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows]

    /// Runs a script of one or more statements and throws their rows away.
    ///
    /// An error's `position` counts from the start of the script.
    func execute(_ script: SQL) async throws(DatabaseError)

    /// Whether a transaction is open, a failed one too; ``transaction(_:_:)`` then makes its own a part of it.
    ///
    /// A type that does not say is asked by statements that only work in one of the two cases.
    func isInTransaction() async throws(DatabaseError) -> Bool

    /// Whether a pooler stands between, so that each transaction may run in another session of the server's: what is set
    /// or locked for a session would stay with a stranger, and be gone for who did it.
    func isPooled() async throws(DatabaseError) -> Bool

    /// The value of a session's setting where the connection knows it without asking the server; `nil` where it does not.
    func reported(_ setting: String) async -> String?

    /// Closes the connection; calls after that throw, closing again does nothing.
    func close() async
}

extension Connection {
    /// Runs the queries one after the other.
    public func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows] {
        var results: [Rows] = []
        for sql in queries { try await results.append(query(sql)) }
        return results
    }

    /// Always false: as far as is known, the server is reached directly.
    public func isPooled() async throws(DatabaseError) -> Bool { false }

    /// Always `nil`: nothing is known.
    public func reported(_ setting: String) async -> String? { nil }

    /// Finds out by statements that only work in one of the two cases.
    public func isInTransaction() async throws(DatabaseError) -> Bool { try await probesTransaction() }

    /// Finds out whether a transaction is open by trying what the engine refuses in one of the cases.
    package func probesTransaction() async throws(DatabaseError) -> Bool {
        try await dialect.session.probesTransaction(of: self)
    }

    /// Lends the connection to look: on PostgreSQL what `body` asks sees one state, and can write nothing.
    ///
    /// A transaction and not a setting, which a pooler would hand on to the next program.
    package func reading<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await dialect.session.readsInTransactions ? transaction(.snapshot, body) : body()
    }
}
