import AutogenDiff
import AutogenSchema

/// `ALTER ... OWNER TO`.
enum OwnerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Owner, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        statement(id, "\(name: body.role)", context.to, context)
    }

    static func drop(_ id: ObjectID, _ body: Owner, in context: ObjectPlan) -> [Statement] {
        // The schema that every database has belongs to whoever owns the database (server 15).
        let isPublic = id.target == ObjectID(.namespace, "public") && context.to.version.major >= 15
        return statement(id, isPublic ? "pg_database_owner" : "CURRENT_USER", context.from, context)
    }

    static func strategy(for change: Alteration, from: Owner, to: Owner, in context: ObjectPlan) -> AlterStrategy {
        .alter(disturbing: Set(columnGrants(to: from.role, under: change.id, in: context.from)))
    }

    /// What an owner may do with single columns by a grant: it would pass to the next owner.
    static func columnGrants(to role: String, under owner: ObjectID, in catalog: Catalog) -> [ObjectID] {
        owner.target.map { GrantRule.columnGrants(under: ObjectID(.grant, on: $0, role), in: catalog) } ?? []
    }

    static func alter(_ change: Alteration, from: Owner, to: Owner, in context: ObjectPlan) -> [Statement] {
        statement(change.id, "\(name: to.role)", context.to, context)
    }

    private static func statement(_ id: ObjectID, _ role: SQL, _ catalog: Catalog, _ context: ObjectPlan)
        -> [Statement]
    {
        guard let target = id.target else { return [] }
        let corrections = OwnerChange(of: target, in: context)?.corrections ?? []
        // A sequence that belongs to a column has the owner of its table.
        if target.kind == .sequence, context.to.contains(ObjectID(.sequenceOwner, path: target.path)) {
            return corrections
        }
        return [Statement("ALTER \(ObjectReference.object(target, in: catalog)) OWNER TO \(role)")] + corrections
    }

    /// The owner of the table with which a sequence changes its own; `nil` where it belongs to none, before or after.
    static func tableOwner(above owner: ObjectID, in context: ObjectPlan) -> ObjectID? {
        guard let target = owner.target, target.kind == .sequence else { return nil }
        let id = ObjectID(.sequenceOwner, path: target.path)
        let columns = [context.from, context.to].map { $0.body(id, as: SequenceOwner.self)?.column.prefix(2) }
        guard let table = columns[0], columns[1] == table else { return nil }
        return ObjectID(.owner, on: ObjectID(.table, path: Array(table)))
    }

    static func predecessors(_ id: ObjectID, _ body: Owner, in context: ObjectPlan) -> [ObjectID] {
        PartitionOrdering.ownerships(of: id, context) + (tableOwner(above: id, in: context).map { [$0] } ?? [])
    }
}
