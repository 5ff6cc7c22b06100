import AutogenSchema

/// What becomes of an object that needs something that is dropped or rebuilt.
enum Responses {
    static func response(
        of dependent: SchemaObject, toLossOf lost: SchemaObject, in context: PlanContext
    ) -> Response {
        if case .column(let column) = dependent.definition, Aside.isPossible(lost.kind) || lost.kind == .extension {
            // A column moves to the successor of its type with its values; one computed from others is made anew.
            return column.generated == nil ? .alter : .rebuild
        }
        let stays = context.to.dependencies[dependent.id]?.contains(lost.id) == true
        // While its table is made anew, nothing can change over from the old column to a new one.
        let isMadeAnew = context.from.parents[lost.id].map(context.rebuilt.contains) ?? false
        let letsGo = context.altered[dependent.id] != nil && !stays && !isMadeAnew
        return letsGo && !CompositeTypeRule.replaces(lost.id, under: dependent.id, in: context) ? .stay : .rebuild
    }
}
