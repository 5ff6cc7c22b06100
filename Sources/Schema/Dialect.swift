/// The database engine that a catalog, a statement or a connection speaks of.
///
/// ```swift
/// let dialect: Dialect = .postgresql
/// print(dialect)  // postgresql
/// ```
public enum Dialect: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case postgresql
    case sqlite

    public var description: String { rawValue }

    /// The name as its makers write it, for messages: `PostgreSQL`, `SQLite`.
    public var title: String {
        switch self {
        case .postgresql: "PostgreSQL"
        case .sqlite: "SQLite"
        }
    }
}
