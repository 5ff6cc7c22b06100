public import AutogenConnection
public import AutogenSchema
import CSQLite
import Dispatch

/// A connection to a SQLite database, in a file or in memory.
///
/// ```swift
/// let connection = try await SQLiteConnection.open("sqlite:app.db", mode: .readOnly)
/// let tables = try await connection.query("SELECT name FROM sqlite_schema WHERE type = 'table'")
/// ```
///
/// Statements run one after another on a thread of the connection's own. Cancelling the calling task stops a statement
/// within about a thousand steps of SQLite's virtual machine; inside a transaction, SQLite then rolls the whole
/// transaction back when the statement was a write (<https://www.sqlite.org/c3ref/interrupt.html>).
public actor SQLiteConnection: Connection {
    /// What opening may do to the file.
    public enum Mode: Sendable, Hashable {
        /// Only to look; the file must exist.
        case readOnly
        /// To read and write; the file must exist.
        case readWrite
        /// As `readWrite`, and makes the file when there is none.
        case create
    }

    /// What to ask of a new connection beyond its URL.
    public struct Options: Sendable {
        /// How long to wait for a lock of another connection before the error with the reason `locked`.
        public var busyTimeout: Duration
        /// Shared libraries to load, as `sqlite3_load_extension` takes them. SQL can't load any.
        public var extensions: [String]
        /// Names of the application's that get something in their place.
        public var standIns: StandIns
        /// Whether statements are kept from reaching any other file, as in a scratch database, where anybody's SQL runs.
        public var isConfined: Bool
        /// Told twice a second how far a statement is that takes longer, on the connection's thread.
        public var onProgress: (@Sendable (StatementProgress) -> Void)?

        /// Waits five seconds for a lock, and loads no extension.
        public init(
            busyTimeout: Duration = .seconds(5), extensions: [String] = [], standIns: StandIns = StandIns(),
            isConfined: Bool = false,
            onProgress: (@Sendable (StatementProgress) -> Void)? = nil
        ) {
            self.busyTimeout = busyTimeout
            self.extensions = extensions
            self.standIns = standIns
            self.isConfined = isConfined
            self.onProgress = onProgress
        }
    }

    /// Always `sqlite`.
    public nonisolated let dialect = Dialect.sqlite
    /// The path that was opened, or `:memory:`.
    public nonisolated let path: String
    private let executor = QueueExecutor(label: "autogen.sqlite")
    private var database: SQLiteDatabase?

    /// The thread of the connection's own, on which SQLite is called.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(path: String) { self.path = path }

    deinit {
        // Closing may write to the disk (the last connection checkpoints a WAL), so it happens on the connection's thread.
        if let database { executor.queue.async { database.close() } }
    }

    /// Opens the database and reads its header, so that a file of another kind is refused here.
    ///
    /// Throws an error with the reason `connection` for a missing file or one that is no database.
    public static func open(
        _ url: DatabaseURL, mode: Mode = .readWrite, options: Options = Options()
    ) async throws(DatabaseError) -> SQLiteConnection {
        guard let path = url.path else {
            throw DatabaseError(.connection, message: "\(url) is not the URL of a SQLite database")
        }
        let connection = SQLiteConnection(path: path)
        try await connection.open(mode, options)
        return connection
    }

    private func open(_ mode: Mode, _ options: Options) throws(DatabaseError) {
        database = try SQLiteDatabase.open(path: path, mode: mode, options: options)
    }

    /// The version of the SQLite library that is linked (`sqlite3_libversion`).
    public func serverVersion() throws(DatabaseError) -> ServerVersion {
        guard let version = ServerVersion(String(cString: sqlite3_libversion())) else {
            throw DatabaseError(.result, message: "SQLite reports no version")
        }
        return version
    }

    /// Runs one statement; a second one after it is an error.
    public func query(_ sql: SQL) throws(DatabaseError) -> Rows {
        try SQLiteScript(sql, path: path).query(connected())
    }

    /// Runs one statement after the other; an error's `position` counts from the start of the script.
    public func execute(_ script: SQL) throws(DatabaseError) {
        try SQLiteScript(script, path: path).execute(connected())
    }

    /// As SQLite knows it (`sqlite3_get_autocommit`).
    public func isInTransaction() throws(DatabaseError) -> Bool { try connected().isInTransaction }

    /// Closes the file; an open transaction is rolled back.
    public func close() {
        database?.close()
        database = nil
    }

    private func connected() throws(DatabaseError) -> SQLiteDatabase {
        // Not only SQLite notices cancellation: a short statement would be over before it looks.
        if Task.isCancelled { throw DatabaseError(.cancelled, message: "the task was cancelled") }
        guard let database else { throw DatabaseError(.connection, message: "the connection to \(path) is closed") }
        return database
    }
}
