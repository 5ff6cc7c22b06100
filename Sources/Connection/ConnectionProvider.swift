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
    func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection
}
