public import AutogenSQLText

extension Dialect {
    /// The lexical rules of its SQL.
    public var syntax: SQLSyntax {
        switch self {
        case .postgresql: .postgresql
        case .sqlite: .sqlite
        }
    }
}
