public import AutogenSchema

/// How to connect, as keys and values: what a configuration says of a database beside its URL.
///
/// ```swift
/// let settings = try ConnectionSettings(["db.url": "sqlite:app.db", "db.pool": "2"], prefix: "db.")
/// settings.url   // sqlite:app.db
/// settings.pool  // 2
/// ```
///
/// Keys: `url`; `pool`, how many connections are kept for later when they are closed (0); `busy-timeout`, for a locked
/// SQLite file; `statement-timeout` and `lock-timeout`, on PostgreSQL. Times are such as `500ms`, `5s` or `2m`.
public struct ConnectionSettings: Sendable, Hashable {
    /// The database; `nil` where the setting `url` is not given.
    public var url: DatabaseURL?
    /// How many connections are kept for later; 0 keeps none.
    public var pool = 0
    /// How long a statement waits for a locked SQLite file; `nil` is the driver's own limit.
    public var busyTimeout: Duration?
    /// How long a statement may run on PostgreSQL; `nil` is the server's own limit.
    public var statementTimeout: Duration?
    /// How long a statement waits for a lock on PostgreSQL; `nil` is the server's own limit.
    public var lockTimeout: Duration?

    /// Nothing is set.
    public init() {}

    /// Reads the keys that begin with the prefix; those that do not are somebody else's.
    public init(_ values: [String: String], prefix: String = "") throws(ConnectionSettingsError) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) where key.hasPrefix(prefix) {
            func time() throws(ConnectionSettingsError) -> Duration {
                guard let time = Duration(setting: value) else {
                    throw ConnectionSettingsError(key: key, message: "must be a time such as 500ms, 5s or 2m")
                }
                return time
            }
            switch key.dropFirst(prefix.count) {
            case "url":
                do { url = try DatabaseURL(value) } catch {
                    throw ConnectionSettingsError(key: key, message: "is \(error)")
                }
            case "pool":
                guard let count = Int(value), count >= 0 else {
                    throw ConnectionSettingsError(key: key, message: "must be a number of connections")
                }
                pool = count
            case "busy-timeout": busyTimeout = try time()
            case "statement-timeout": statementTimeout = try time()
            case "lock-timeout": lockTimeout = try time()
            default:
                let known = ["url", "pool", "busy-timeout", "statement-timeout", "lock-timeout"]
                throw ConnectionSettingsError(
                    key: key, message: "is unknown; known are \(known.map { prefix + $0 }.joined(separator: ", "))")
            }
        }
    }
}

/// What is wrong with a setting.
public struct ConnectionSettingsError: ExplainedError, Sendable, Hashable {
    /// The key as it was given, prefix included.
    public let key: String
    let message: String

    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The key, and what its value must be.
    public var explanation: Explanation { Explanation("the setting \"\(key)\" \(message)") }
}

extension Duration {
    /// Reads `500ms`, `5s`, `2m`; a number alone counts seconds.
    package init?(setting text: String) {
        let digits = text.prefix(while: \.isNumber)
        guard let number = Int(digits), number < 1_000_000 else { return nil }
        switch text[digits.endIndex...] {
        case "ms": self = .milliseconds(number)
        case "s", "": self = .seconds(number)
        case "m": self = .seconds(number * 60)
        default: return nil
        }
    }
}
