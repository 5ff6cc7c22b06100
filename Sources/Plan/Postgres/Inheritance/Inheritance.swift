import AutogenDiff
import AutogenSchema

/// Tables that begin or cease to inherit from others.
enum Inheritance {
    /// The tables that cease to inherit before something happens to a column or check: what happens to that of a parent
    /// would happen to theirs, and they can't drop what they have from a parent.
    static func endings(before part: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard part.kind == .column || part.kind == .constraint else { return [] }
        let table = ObjectID(.table, path: part.relationPath)
        let children = (context.dependents[table] ?? []).filter { $0.kind == .table }
        return children.union([table]).filter { id in
            guard let change = context.altered[id], case .table(let from) = change.from.definition,
                case .table(let to) = change.to.definition
            else { return false }
            return from.inherits.contains { parent in
                !to.inherits.contains(parent) && (id == table || parent == table.path)
                    && context.from.contains(ObjectID(part.kind, path: parent + [part.name]))
            }
        }
    }

    /// The tables that cease to inherit before their parent gets a column or check, which would come to them as well.
    static func endings(beforeMaking part: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard part.kind == .column || part.kind == .constraint else { return [] }
        return (context.dependents[ObjectID(.table, path: part.relationPath)] ?? []).filter { id in
            guard let change = context.altered[id], case .table(let from) = change.from.definition,
                case .table(let to) = change.to.definition
            else { return false }
            return from.inherits.contains(part.relationPath) && !to.inherits.contains(part.relationPath)
        }
    }

    /// What a table's new parents lose before it has them: it does not have these things, or keeps them to itself.
    static func losses(before change: Alteration, in context: ObjectPlan) -> [ObjectID] {
        guard case .table(let from) = change.from.definition, case .table(let to) = change.to.definition else {
            return []
        }
        return to.inherits.filter { !from.inherits.contains($0) }
            .flatMap { context.oldParts[ObjectID(.table, path: $0)] ?? [] }
            .filter { $0.kind == .column || $0.kind == .constraint }
    }

    /// Tables that begin to inherit from one.
    static func beginnings(under parent: [String], in context: ObjectPlan) -> [ObjectID] {
        context.altered.values.filter { change in
            guard case .table(let to) = change.to.definition, case .table(let from) = change.from.definition
            else { return false }
            return to.inherits.contains(parent) && !from.inherits.contains(parent)
        }.map(\.id)
    }

    /// Whether a table that begins to inherit can't do so as it is.
    ///
    /// A column or check that is its parent's alone comes to be only when the parent gets it. The columns it shares with
    /// the parent must be the same when it begins, and are changed after that.
    static func needsNewTable(_ change: Alteration, from: Table, to: Table, in context: ObjectPlan) -> Bool {
        to.inherits.contains { parent in
            guard !from.inherits.contains(parent) else { return false }
            let parts = context.newParts[ObjectID(.table, path: parent)] ?? []
            return parts.contains { part in
                let below = ObjectID(part.kind, path: change.id.path + [part.name])
                if part.kind == .column { return isInTheWay(below, of: part, in: context) }
                guard let check = context.to.body(part, as: Constraint.self), check.type == .check else { return false }
                return !check.noInherit.value && !context.isMade(part)
                    && (context.isMade(below) || !context.to.contains(below))
            }
        }
    }

    private static func isInTheWay(_ below: ObjectID, of column: ObjectID, in context: ObjectPlan) -> Bool {
        guard let body = context.to.body(below, as: Column.self) else { return false }
        if body.inherited { return !context.isMade(column) || context.from.contains(below) }
        if context.from.needs(of: below).contains(where: context.isTornDown) { return true }
        return context.isMade(below)
            || [below, column].contains { id in
                ["type", "collation", "not null"].contains { context.altered[id]?.touches($0) == true }
            }
    }
}
