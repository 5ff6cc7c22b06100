import AutogenDiff
import AutogenSchema

/// What is called while the steps of a script run, over the rows that are there.
struct CalledCode {
    private let context: ObjectPlan
    /// By the object whose step calls it: what needs the functions.
    private(set) var roots: [ObjectID: [ObjectID]] = [:]

    init(_ context: ObjectPlan) {
        self.context = context
        for id in context.created.union(context.recreated).union(context.altered.keys) {
            let roots = roots(of: id)
            if !roots.isEmpty { self.roots[id] = roots }
        }
    }

    private func roots(of id: ObjectID) -> [ObjectID] {
        let isMade = context.isMade(id)
        switch id.kind {
        case .materializedView: return isMade ? [id] : []
        case .index: return isMade && holdsRows(id.relationPath) ? [id] : []
        case .constraint: return holdsRows(id.relationPath) ? [id] : []
        case .domainConstraint:
            return context.isMade(ObjectID(.domain, path: id.relationPath)) ? [] : [id]
        case .column:
            guard holdsRows(id.relationPath) else { return [] }
            if isMade { return [id, ObjectID(.columnDefault, path: id.path)].filter(context.to.contains) }
            return context.altered[id].map { ColumnTypeChange.happens($0, in: context) } == true
                ? [id] + computed(in: id.relationPath) : []
        case .table:
            if isMade { return takesRows(id) ? computed(in: id.path) : [] }
            let change = context.altered[id]
            let isRewritten = change?.touches("unlogged") == true || change?.touches("access method") == true
            return isRewritten ? computed(in: id.path) : []
        case .partition:
            guard isMade, let parent = context.to.body(id, as: Partition.self)?.parent,
                holdsRows(id.path) || takesRows(ObjectID(.table, path: id.path))
            else { return [] }
            return computed(in: id.path) + computed(in: parent)
        // They run with the statements of the script.
        case .eventTrigger: return isMade ? [id] : []
        case .function:
            let isFired = (context.dependents[id] ?? []).contains {
                $0.kind == .eventTrigger && context.to.contains($0) && !context.isTornDown($0)
            }
            return isFired ? [id] : []
        default: return []
        }
    }

    private func holdsRows(_ relation: [String]) -> Bool { !context.isMade(ObjectID(.table, path: relation)) }

    /// Whether a table that the script makes gets the rows of another.
    private func takesRows(_ table: ObjectID) -> Bool {
        let whole = [table.path] + InheritanceTree.ancestors(of: table.path, in: context.to)
        return whole.contains { path in
            let id = ObjectID(.table, path: path)
            return context.successors.values.contains(id) || path != table.path && !context.isMade(id)
        }
    }

    /// What is computed or checked where a row of the table is written.
    private func computed(in table: [String]) -> [ObjectID] {
        (context.newParts[ObjectID(.table, path: table)] ?? []).filter {
            [.column, .columnDefault, .constraint, .index].contains($0.kind)
        }
    }
}
