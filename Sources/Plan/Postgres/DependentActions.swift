import AutogenSchema

/// What becomes of an object that needs something that is dropped or recreated.
enum DependentActions {
    static func action(
        on dependent: SchemaObject, atLossOf lost: SchemaObject, in context: ObjectPlan
    ) -> DependentAction {
        if case .column(let column) = dependent.definition,
            lost.kind.isColumnType || lost.kind == .extension || lost.kind == .collation
        {
            // A column moves to the successor of its type or its collation with its values; one computed from others is made
            // anew.
            return column.generated == nil ? .alter : .recreate
        }
        // A function is what its arguments are: another body lets go of what that uses, and of nothing else.
        if dependent.kind == .function, lost.kind.isColumnType { return .recreate }
        let stays = context.to.needs(of: dependent.id).contains(lost.id)
        // While its table is made anew, nothing can change over from the old column to a new one.
        let isMadeAnew = context.from.parent(of: lost.id).map(context.recreated.contains) ?? false
        let letsGo =
            context.altered[dependent.id] != nil && !stays && !isMadeAnew
            && !waitsForPlace(of: lost, dependent, context)
        return letsGo && !CompositeTypeRule.replaces(lost.id, under: dependent.id, in: context) ? .stay : .recreate
    }

    /// Whether an object can't let go before it is changed, since what it needs then takes the name of what goes.
    private static func waitsForPlace(
        of lost: SchemaObject, _ dependent: SchemaObject, _ context: ObjectPlan
    ) -> Bool {
        let whole = context.from.parent(of: lost.id).flatMap { context.from[$0] } ?? lost
        // What it needs goes after it.
        var names: Set<String> = []
        var seen: Set<ObjectID> = [whole.id]
        var queue = [whole.id]
        while let id = queue.popLast() {
            if let object = context.from[id] { names.formUnion(PostgresRules.occupiedNames(of: object)) }
            let parents = id.kind == .table ? InheritanceTree.parents(of: id.path, in: context.from) : []
            let later = Array(context.from.needs(of: id)) + parents.map { ObjectID(.table, path: $0) }
            queue += later.filter { context.isTornDown($0) && seen.insert($0).inserted }
        }
        // A materialized view is filled once rows that are on their way have come, and what they come from is gone.
        let holdsRows = seen.contains { context.successors[$0] != nil }
        return context.needs(of: dependent.id).contains { id in
            guard context.isMade(id), let object = context.to[id] else { return false }
            return holdsRows && id.kind == .materializedView
                || PostgresRules.occupiedNames(of: object).contains(where: names.contains)
        }
    }
}
