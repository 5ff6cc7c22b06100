import AutogenDiff
import AutogenSchema

/// The order in which tables become logged or unlogged: a logged one may only refer to logged ones
/// (<https://www.postgresql.org/docs/current/sql-altertable.html>).
enum Persistence {
    /// Tables that change before this table does, or before this foreign key is made.
    static func predecessors(of object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        if case .constraint(let key) = object.definition, key.type == .foreignKey {
            return [object.id.relationPath, key.references].map { ObjectID(.table, path: $0) }
                .filter { isChanged($0, in: context) }
        }
        guard case .table(let table) = object.definition, isChanged(object.id, in: context) else { return [] }
        return neighbours(of: object.id, referring: table.unlogged, in: context.to)
            .filter { isChanged($0, in: context) }
    }

    /// The foreign keys of a table, and those that refer to it, which go before it changes.
    static func lostKeys(before change: Alteration, in context: ObjectPlan) -> [ObjectID] {
        guard change.id.kind == .table, change.touches("unlogged") else { return [] }
        let referring = (context.dependents[change.id] ?? []).filter { $0.kind == .constraint }
        return ((context.oldParts[change.id] ?? []) + referring).filter {
            context.from.body($0, as: Constraint.self)?.type == .foreignKey
        }
    }

    /// The publications that let go of a table before it is unlogged, which none may hold.
    static func publications(before change: Alteration, in context: ObjectPlan) -> [ObjectID] {
        guard change.touches("unlogged"), context.to.body(change.id, as: Table.self)?.unlogged == true else {
            return []
        }
        return (context.dependents[change.id] ?? []).filter {
            $0.kind == .publication && !context.to.needs(of: $0).contains(change.id)
        }
    }

    private static func isChanged(_ table: ObjectID, in context: ObjectPlan) -> Bool {
        context.altered[table]?.touches("unlogged") == true
    }

    /// The tables that refer to one, or those it refers to.
    private static func neighbours(of table: ObjectID, referring: Bool, in catalog: Catalog) -> [ObjectID] {
        catalog.objects.compactMap { object in
            guard case .constraint(let key) = object.definition, key.type == .foreignKey else { return nil }
            let from = ObjectID(.table, path: object.id.relationPath)
            let to = ObjectID(.table, path: key.references)
            guard from != to, (referring ? to : from) == table else { return nil }
            return referring ? from : to
        }
    }
}
