import AutogenDiff
import AutogenSchema

/// Tables that inherit from another and refuse NULL by themselves.
enum Heirs {
    /// Whether an heir goes on refusing NULL in a column that a parent no longer refuses it in.
    static func refuse(column id: ObjectID, in context: PlanContext) -> Bool {
        context.to.objects.contains { heir, object in
            guard heir.kind == .column, heir.name == id.name, case .column(let body) = object.definition else {
                return false
            }
            return body.notNullOwn && Descent.parents(of: heir.relationPath, in: context.to).contains(id.relationPath)
        }
    }

    /// The columns of heirs that refuse NULL by themselves before the script, and after it because the parent does.
    ///
    /// Before version 18, nobody can tell.
    static func lettingGo(of id: ObjectID, in context: PlanContext) -> [ObjectID] {
        guard context.from.version >= ServerVersion(18, 0) else { return [] }
        return Descent.children(of: id.relationPath, in: context).map { ObjectID(.column, path: $0 + [id.name]) }
            .filter { heir in
                guard let change = context.altered[heir], case .column(let from) = change.from.definition,
                    case .column(let to) = change.to.definition
                else { return false }
                return from.notNullOwn && to.notNull && !to.notNullOwn
            }.sorted()
    }
}
