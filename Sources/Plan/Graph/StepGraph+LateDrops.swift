import AutogenSchema

extension StepGraph {
    /// The drops that can come last: of tables and columns that hold values and for which nothing waits but other drops, and
    /// what goes after them. Between them and the rest there is time to bring the values elsewhere.
    func lateDrops() -> Set<Int> {
        var late: Set<Int> = []
        for (node, step) in steps.enumerated() {
            guard case .drop(let object) = step, context.dropped.contains(object.id),
                !context.recreated.contains(object.id), !impact.waitsForRows(object.id)
            else { continue }
            late.insert(node)
        }
        let groups = valueGroups()
        var isStable = false
        while !isStable {
            isStable = true
            for node in late where !after[node].isSubset(of: late) {
                late.remove(node)
                isStable = false
            }
            for group in groups where !group.isSubset(of: late) && !group.isDisjoint(with: late) {
                late.subtract(group)
                isStable = false
            }
        }
        var found: Set<Int> = []
        var queue = groups.flatMap { $0.isSubset(of: late) ? Array($0) : [] }
        while let node = queue.popLast() {
            if found.insert(node).inserted { queue += after[node] }
        }
        return found
    }

    /// What goes at once with the values of a table, or of a column of a table that stays.
    private func valueGroups() -> [Set<Int>] {
        droppers.keys.compactMap { id in
            guard impact.losesValues(with: id) else { return nil }
            if id.kind == .column, let table = context.from.parent(of: id), context.isTornDown(table) { return nil }
            var group: Set<Int> = []
            var queue = [id]
            while let next = queue.popLast() {
                if let dropper = droppers[next] { group.insert(dropper) }
                if id.kind == .table { queue += context.oldParts[next] ?? [] }
            }
            return group
        }
    }
}
