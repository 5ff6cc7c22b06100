import AutogenSchema

/// `NOT ENFORCED` at the end of a constraint's definition (server 18).
enum Enforcement {
    private static let suffix = " NOT ENFORCED"

    static func isEnforced(_ body: Constraint) -> Bool { !body.definition.hasSuffix(suffix) }

    static func without(_ definition: String) -> String {
        definition.hasSuffix(suffix) ? String(definition.dropLast(suffix.count)) : definition
    }

    /// Only foreign keys can be switched (<https://www.postgresql.org/docs/current/sql-altertable.html>).
    static func changes(_ id: ObjectID, from: Constraint, to: Constraint, head: SQL) -> [Statement] {
        guard from.type == .foreignKey, isEnforced(from) != isEnforced(to) else { return [] }
        let clause: SQL = "ALTER CONSTRAINT \(name: id.name) \(raw: isEnforced(to) ? "ENFORCED" : "NOT ENFORCED")"
        let hazards = isEnforced(to) ? [Hazard.mayFail("fails if rows break \(id.name)")] : []
        return [Statement(head: head, clause, hazards: hazards)]
    }
}
