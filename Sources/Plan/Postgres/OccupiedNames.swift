import AutogenSchema

/// The names that objects occupy are those of the unique indexes of the system catalogs.
extension OccupiedNames {
    static func relation(_ path: [String]) -> String { "relation " + path.exact }
    static func type(_ path: [String]) -> String { "type " + path.exact }
}

extension PostgresRules {
    static func occupiedNames(of object: SchemaObject) -> [String] {
        func open<R: PostgresRule>(_ rule: R.Type) -> [String] {
            (object.definition.body as? R.Body).map { rule.names(object.id, $0) } ?? []
        }
        return rule(for: object.kind).map { open($0) } ?? []
    }
}

extension Constraint {
    /// Whether an index of the same name stands behind it.
    var isIndexed: Bool { type == .primaryKey || type == .unique || type == .exclusion }
}
