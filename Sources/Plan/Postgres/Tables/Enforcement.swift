import AutogenSchema

/// `NOT ENFORCED`, which lets rows break a constraint (server 18).
enum Enforcement {
    /// Only foreign keys can be switched (<https://www.postgresql.org/docs/current/sql-altertable.html>).
    static func changes(_ id: ObjectID, from: Constraint, to: Constraint, head: SQL) -> [Statement] {
        guard from.type == .foreignKey, from.notEnforced.value != to.notEnforced.value else { return [] }
        let clause: SQL = "ALTER CONSTRAINT \(name: id.name) \(raw: to.notEnforced.value ? "NOT ENFORCED" : "ENFORCED")"
        let hazards = to.notEnforced.value ? [] : [Hazard.mayFail("fails if rows break \(id.name)")]
        return [Statement(head: head, clause, hazards: hazards)]
    }
}
