import AutogenSchema

/// What a connection is opened for.
public enum Access: Sendable, Hashable {
    /// Only to look; a SQLite file is opened read-only and must exist. PostgreSQL is looked at in read-only transactions.
    case readOnly
    /// To read and write; a SQLite file must exist.
    case readWrite
    /// To read and write; a SQLite file is made when there is none.
    case create
    /// To a database of autogen's own, in which anybody's SQL runs: what is opened must be kept from reaching anything
    /// else. On SQLite that is a database in memory whose statements open no file; on PostgreSQL the role sees to it.
    case scratch
}

/// Opens connections by URL: how the engine, which knows no driver, reaches a database.
///
/// An application that uses one driver only, or a pool of its own, provides its own.
public protocol ConnectionProvider: Sendable {
    /// Opens a connection, which the caller closes; throws ``DatabaseError`` with the reason `connection` where it
    /// can't.
    func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection
}

extension ConnectionProvider {
    /// Opens a connection for as long as `body` runs, and closes it whatever comes of that.
    ///
    /// ```swift
    /// try await Drivers().withConnection(to: url, for: .readWrite) { connection in
    ///     try await connection.execute("CREATE TABLE a (id integer)")
    /// }
    /// ```
    public func withConnection<Result: Sendable>(
        to url: DatabaseURL, for access: Access, _ body: (any Connection) async throws -> Result
    ) async throws -> Result {
        let connection = try await open(url, for: access)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// The provider, or a pool over it where the settings ask for one.
    public func pooled(_ settings: ConnectionSettings, to url: DatabaseURL) -> any ConnectionProvider {
        settings.pool > 0 ? ConnectionPool(of: self, to: url, keeping: settings.pool) : self
    }
}
