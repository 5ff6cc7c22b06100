public import AutogenPlan
public import AutogenSchema

extension Dialect {
    /// The DDL rules of the engine.
    public var rules: any DDLRules {
        switch self {
        case .postgresql: PostgresRules()
        case .sqlite: SQLiteRules()
        }
    }
}
