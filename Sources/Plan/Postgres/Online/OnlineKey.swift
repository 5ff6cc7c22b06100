import AutogenSchema

/// Primary keys and unique constraints whose index is built while others write, and taken over
/// (<https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX>).
enum OnlineKey {
    /// What excludes by time (server 18) can't take an index over, nor can the key of a table with partitions.
    static func canBeBuilt(_ body: Constraint, on table: [String], in context: ObjectPlan) -> Bool {
        switch body.type {
        case .primaryKey: isBuilt(body, on: table, in: context) && leavesNotNull(body, on: table, in: context)
        case .unique: isBuilt(body, on: table, in: context)
        case .check, .exclusion, .foreignKey, .notNull: false
        }
    }

    private static func isBuilt(_ body: Constraint, on table: [String], in context: ObjectPlan) -> Bool {
        !body.period.value && OnlineIndex.isBuilt(on: table, in: context)
    }

    /// A primary key that takes an index over makes the NOT NULL constraints that come from a parent the table's own
    /// (server 18), as one that is built with its index does not.
    private static func leavesNotNull(_ body: Constraint, on table: [String], in context: ObjectPlan) -> Bool {
        guard context.to.version >= ServerVersion(18, 0) else { return true }
        return body.columns.allSatisfy { name in
            context.to.body(ObjectID(.column, path: table + [name]), as: Column.self)?.ownsNotNull ?? true
        }
    }

    /// Builds the index, then takes it over; where the constraint is made anew, the old one goes in the same transaction.
    static func creation(_ id: ObjectID, _ body: Constraint, hazards: [Hazard], in context: ObjectPlan) -> [Statement] {
        let table = id.relationPath
        let isSwapped = context.swapped.contains(id)
        let adopted = adopted(by: id, body, in: context)
        let name =
            adopted?.name ?? (isSwapped ? OnlineIndex.nameAside(of: id, in: context) : id.name)
        let head: SQL = "ALTER TABLE \(name: table)"
        var adding: SQL = "ADD CONSTRAINT \(name: id.name) "
        adding += "\(raw: body.type == .primaryKey ? "PRIMARY KEY" : "UNIQUE") USING INDEX \(name: name)"
        switch body.deferrability.value {
        case nil: break
        case .immediate: adding += " DEFERRABLE"
        case .deferred: adding += " DEFERRABLE INITIALLY DEFERRED"
        }
        let dropping = Statement(head: head, "DROP CONSTRAINT \(name: id.name)")
        let build = adopted == nil ? [building(name, body, on: table, hazards: hazards, in: context)] : []
        return build + (isSwapped ? [dropping] : []) + [Statement(head: head, adding)]
    }

    static func building(
        _ name: String, _ body: Constraint, on table: [String], hazards: [Hazard], in context: ObjectPlan
    ) -> Statement {
        OnlineIndex.building(index(name, body, on: table), on: table, hazards: hazards, in: context)
    }

    /// A unique index that goes, and is what the constraint would build: each for one constraint.
    static func adopted(by id: ObjectID, _ body: Constraint, in context: ObjectPlan) -> ObjectID? {
        guard canBeBuilt(body, on: id.relationPath, in: context) else { return nil }
        let indexes = context.dropped.filter { isLike(body, $0, of: id.relationPath, in: context) }.sorted()
        guard !indexes.isEmpty else { return nil }
        let keys = (context.newParts[ObjectID(.table, path: id.relationPath)] ?? []).filter { part in
            guard context.isMade(part), let other = context.to.body(part, as: Constraint.self) else { return false }
            return canBeBuilt(other, on: id.relationPath, in: context)
                && indexes.contains { isLike(other, $0, of: id.relationPath, in: context) }
        }.sorted()
        guard let place = keys.firstIndex(of: id), indexes.indices.contains(place),
            isLike(body, indexes[place], of: id.relationPath, in: context)
        else { return nil }
        return indexes[place]
    }

    private static func isLike(
        _ body: Constraint, _ index: ObjectID, of table: [String], in context: ObjectPlan
    ) -> Bool {
        guard let old = context.from.body(index, as: Index.self), old.table == table else { return false }
        guard !context.from.contains(ObjectID(.indexPartition, path: index.path)) else { return false }
        return old.unique && old.method.value == "btree" && old.predicate.value == nil && !old.invalid
            && old.columnClause.value == clause(body).text && old.tablespace == body.tablespace
            && old.parameters.value == body.options
    }

    /// Whether an index that goes lives on in a constraint.
    static func isAdopted(_ index: ObjectID, in context: ObjectPlan) -> Bool {
        guard let old = context.from.body(index, as: Index.self), context.dropped.contains(index), old.unique else {
            return false
        }
        return (context.newParts[ObjectID(.table, path: old.table)] ?? []).contains { part in
            guard context.isMade(part), let body = context.to.body(part, as: Constraint.self) else { return false }
            return adopted(by: part, body, in: context) == index
        }
    }

    private static func index(_ name: String, _ body: Constraint, on table: [String]) -> SQL {
        var sql: SQL = "CREATE UNIQUE INDEX CONCURRENTLY \(name: name) ON \(name: table) \(clause(body))"
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

    /// The keys, as the server writes those of an index.
    private static func clause(_ body: Constraint) -> SQL {
        var sql: SQL = "(\(body.columns.map { "\(name: $0)" as SQL }, separator: ", "))"
        let included = body.included.value.map { "\(name: $0)" as SQL }
        if !included.isEmpty { sql += " INCLUDE (\(included, separator: ", "))" }
        if body.nullsNotDistinct.value { sql += " NULLS NOT DISTINCT" }
        return sql
    }
}
