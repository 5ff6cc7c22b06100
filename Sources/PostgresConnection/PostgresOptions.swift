/// What to ask of a new connection beyond its URL.
///
/// Behind a pooler the limits of statements hold inside of transactions only: a setting of the session would stay with the
/// next program that is given it.
public struct PostgresOptions: Sendable {
    /// How long connecting may take in all; `nil` takes `connect_timeout` of the URL, `PGCONNECT_TIMEOUT` or the
    /// service file, and 30 s when none of them says anything.
    public var connectTimeout: Duration?
    /// The server stops a statement that runs longer (`statement_timeout`, in whole milliseconds); `nil` leaves the
    /// server's setting. The error has the reason `timeout`.
    public var statementTimeout: Duration?
    /// The server gives up waiting for a lock after this time (`lock_timeout`, in whole milliseconds); `nil` leaves
    /// the server's setting. The error has the reason `locked`.
    public var lockTimeout: Duration?
    /// Writes where the database's or the role's setting is that transactions only read.
    package var writesAlways = false
    /// Called on the connection's thread with each notice or warning; without it they are dropped.
    public var onNotice: (@Sendable (PostgresNotice) -> Void)?

    /// Without arguments, everything is as the URL, the environment and the server have it.
    public init(
        connectTimeout: Duration? = nil, statementTimeout: Duration? = nil, lockTimeout: Duration? = nil,
        onNotice: (@Sendable (PostgresNotice) -> Void)? = nil
    ) {
        self.connectTimeout = connectTimeout
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.onNotice = onNotice
    }
}

/// Lends pairs of key and value to a C function as two arrays that end with a null pointer.
enum CStrings {
    typealias List = UnsafePointer<UnsafePointer<CChar>?>

    static func with<T>(_ pairs: [(String, String)], _ body: (List, List) -> T) -> T {
        lend(pairs.map(\.0), []) { keys in lend(pairs.map(\.1), []) { values in body(keys, values) } }
    }

    /// Each string lives as long as the call below its own.
    private static func lend<T>(_ strings: [String], _ pointers: [UnsafePointer<CChar>?], _ body: (List) -> T) -> T {
        guard let first = strings.first else { return body(pointers + [nil]) }
        return first.withCString { lend(Array(strings.dropFirst()), pointers + [$0], body) }
    }
}
