public import AutogenConnection

/// Where the scratch database of PostgreSQL is made; SQLite's is always a private one in memory.
///
/// ```swift
/// try ScratchSetting("same-server")
/// try ScratchSetting("postgresql://localhost/postgres")
/// ```
public enum ScratchSetting: Sendable, Hashable, CustomStringConvertible {
    /// The server of the database at hand where a lesser role can be made there, and a private one elsewhere.
    case auto
    /// A temporary database on the server of the database at hand.
    case sameServer
    /// A temporary database on a private server that autogen starts from installed programs.
    case local
    /// A temporary database on another server; the database that the URL names is only connected to.
    case url(DatabaseURL)

    /// Reads `auto`, `same-server`, `local` or the URL of a database.
    public init(_ text: String) throws(DatabaseURLError) {
        switch text {
        case "auto": self = .auto
        case "same-server": self = .sameServer
        case "local": self = .local
        default: self = .url(try DatabaseURL(text))
        }
    }

    /// The word as ``init(_:)`` reads it; a password in a URL is masked.
    public var description: String {
        switch self {
        case .auto: "auto"
        case .sameServer: "same-server"
        case .local: "local"
        case .url(let url): "\(url)"
        }
    }
}
