public import AutogenConnection
public import AutogenSQLiteConnection

/// Opens connections with the drivers that autogen brings: libpq for PostgreSQL, libsqlite3 for SQLite.
///
/// ```swift
/// let autogen = SchemaMigrator(provider: Drivers(), project: Project(url: try DatabaseURL("sqlite:app.db")))
/// ```
///
/// An application that uses one engine only depends on the product of its driver, and provides the connection itself.
public struct Drivers: ConnectionProvider {
    /// How long a statement waits for another connection to let go of a SQLite file.
    public var busyTimeout = Duration.seconds(5)
    /// Extensions that every SQLite connection loads, those to scratch databases too.
    public var extensions: [String] = []
    /// Names of the application's that SQLite connections know in another's place, where they write to no database but a
    /// scratch one.
    public var standIns = StandIns()
    /// Limits of PostgreSQL connections; `nil` is the server's own.
    public var statementTimeout: Duration?
    /// How long a statement on PostgreSQL waits for a lock; `nil` is the server's own limit.
    public var lockTimeout: Duration?
    /// Told how far a long statement on SQLite is.
    public var onProgress: (@Sendable (StatementProgress) -> Void)?

    /// Opens with the limits that each driver has by itself.
    public init() {}

    /// - Parameter settings: what a configuration says of time limits.
    public init(_ settings: ConnectionSettings) {
        if let limit = settings.busyTimeout { busyTimeout = limit }
        statementTimeout = settings.statementTimeout
        lockTimeout = settings.lockTimeout
    }

    /// Opens a connection with the driver of the URL's dialect.
    public func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        try await url.dialect.driver.open(url, for: access, self)
    }
}
