import AutogenSchema

/// Constraints that hold for new rows at once, and for the old ones when these have been looked at, while others write
/// (<https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES>).
enum OnlineValidation {
    /// Before version 18, a foreign key of a table with partitions can't be added without its rows.
    static func canComeLater(_ body: Constraint, on table: [String], in context: ObjectPlan) -> Bool {
        guard context.isOnline(table), !body.notValid.value, !body.notEnforced.value else { return false }
        let isDivided = context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil
        return switch body.type {
        case .check: true
        case .foreignKey: !isDivided || context.to.version >= ServerVersion(18, 0)
        case .primaryKey, .unique, .exclusion, .notNull: false
        }
    }

    /// What looks at the rows of a table for a constraint of it, in a transaction of its own.
    static func statement(
        _ name: String, of table: [String], _ body: Constraint, hazards: [Hazard], comesLast: Bool = true
    ) -> Statement {
        var uses = [RelationUse(Address(ObjectID(.table, path: table)), lock: .shareUpdateExclusive, effect: .scanned)]
        if body.type == .foreignKey, body.references != table {
            let target = ObjectID(.table, path: body.references)
            uses.append(RelationUse(Address(target), lock: .rowShare, effect: .scanned))
        }
        return Statement(
            "ALTER TABLE \(name: table) VALIDATE CONSTRAINT \(name: name)", .alone,
            hazards: hazards + uses.map(Hazard.expected), comesLast: comesLast)
    }

    /// Whether the check of a domain is looked at in tables that others use.
    static func canComeLater(_ body: DomainConstraint, of domain: ObjectID, in context: ObjectPlan) -> Bool {
        !body.notValid.value && !context.isMade(domain)
            && (context.dependents[domain] ?? []).contains { $0.kind == .column && context.isOnline($0.relationPath) }
    }
}
