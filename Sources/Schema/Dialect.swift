/// The database engine that a catalog, a statement or a connection speaks of.
///
/// ```swift
/// let dialect: Dialect = .postgresql
/// print(dialect)  // postgresql
/// ```
public enum Dialect: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// PostgreSQL, from version 14 on.
    case postgresql
    /// SQLite 3.
    case sqlite

    /// The word that configurations and scripts have for it: `postgresql`, `sqlite`.
    public var description: String { rawValue }
}

extension Dialect {
    /// What of an engine's knowledge fits the dialect. Nothing else switches over dialects: another one is another
    /// parameter, and the compiler names what it has to bring.
    package func choose<Part>(postgresql: Part, sqlite: Part) -> Part {
        switch self {
        case .postgresql: postgresql
        case .sqlite: sqlite
        }
    }
}
