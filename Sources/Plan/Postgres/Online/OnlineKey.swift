import AutogenSchema

/// Primary keys and unique constraints whose index is built while others write, and taken over
/// (<https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX>).
enum OnlineKey {
    /// What excludes by time (server 18) can't take an index over, nor can the key of a table with partitions.
    static func canBeBuilt(_ body: Constraint, on table: [String], in context: ObjectPlan) -> Bool {
        switch body.type {
        case .primaryKey, .unique: !body.period.value && OnlineIndex.isBuilt(on: table, in: context)
        case .check, .exclusion, .foreignKey, .notNull: false
        }
    }

    /// Builds the index, then takes it over; where the constraint is made anew, the old one goes in the same transaction.
    static func creation(_ id: ObjectID, _ body: Constraint, hazards: [Hazard], in context: ObjectPlan) -> [Statement] {
        let table = id.relationPath
        let isSwapped = context.swapped.contains(id)
        let name = isSwapped ? NameAside.name(id.name, "__new") : id.name
        let head: SQL = "ALTER TABLE \(name: table)"
        var adding: SQL = "ADD CONSTRAINT \(name: id.name) "
        adding += "\(raw: body.type == .primaryKey ? "PRIMARY KEY" : "UNIQUE") USING INDEX \(name: name)"
        switch body.deferrability.value {
        case nil: break
        case .immediate: adding += " DEFERRABLE"
        case .deferred: adding += " DEFERRABLE INITIALLY DEFERRED"
        }
        let build = OnlineIndex.building(index(name, body, on: table), on: table, hazards: hazards, in: context)
        let dropping = Statement(head: head, "DROP CONSTRAINT \(name: id.name)")
        return [build] + (isSwapped ? [dropping] : []) + [Statement(head: head, adding)]
    }

    private static func index(_ name: String, _ body: Constraint, on table: [String]) -> SQL {
        let columns = body.columns.map { "\(name: $0)" as SQL }
        var sql: SQL = "CREATE UNIQUE INDEX CONCURRENTLY \(name: name) ON \(name: table)"
        sql += " (\(columns, separator: ", "))"
        let included = body.included.value.map { "\(name: $0)" as SQL }
        if !included.isEmpty { sql += " INCLUDE (\(included, separator: ", "))" }
        if body.nullsNotDistinct.value { sql += " NULLS NOT DISTINCT" }
        if !body.options.isEmpty { sql += " WITH (\(Options.list(body.options)))" }
        if let tablespace = body.tablespace { sql += " TABLESPACE \(name: tablespace)" }
        return sql
    }

    static func canSwap(_ id: ObjectID, _ body: Constraint, in context: ObjectPlan) -> Bool {
        guard let old = context.from.body(id, as: Constraint.self), old.isIndexed,
            !context.from.contains(ObjectID(.indexPartition, path: [id.path.first ?? "", id.name])),
            !context.to.contains(ObjectID(.indexPartition, path: [id.path.first ?? "", id.name]))
        else { return false }
        return canBeBuilt(body, on: id.relationPath, in: context)
    }
}
