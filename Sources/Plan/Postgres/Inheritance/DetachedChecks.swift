import AutogenSchema

/// The checks that a table had from a parent: they stay, as its own, when it leaves the parent.
enum DetachedChecks {
    /// Drops those that the table is not to have, or gets as its own later.
    static func drops(from table: [String], formerly parent: [String], in context: ObjectPlan) -> [Statement] {
        guard !context.isTornDown(ObjectID(.table, path: table)) else { return [] }
        let isPartition = context.from.contains(ObjectID(.partition, path: table))
        return inherited(from: parent, in: context).filter { check in
            if context.from.contains(ObjectID(.constraint, path: table + [check.name])) { return false }
            guard isPartition else { return true }
            // What the table is to have as its own, it keeps.
            let own = ObjectID(.constraint, path: table + [check.name])
            if context.to[own]?.definition == context.from[check]?.definition { return false }
            // A partition gives up what its parent has lost before; and has again what its next parent has.
            if context.isTornDown(check) { return false }
            return !InheritanceTree.ancestors(of: table, in: context.to).contains { above in
                context.to[ObjectID(.constraint, path: above + [check.name])]?.definition
                    == context.from[check]?.definition
            }
        }.map { Statement("ALTER TABLE \(name: table) DROP CONSTRAINT \(name: $0.name)") }
    }

    /// The checks of a table and its ancestors that their children have as well.
    private static func inherited(from parent: [String], in context: ObjectPlan) -> [ObjectID] {
        ([parent] + InheritanceTree.ancestors(of: parent, in: context.from)).flatMap { above in
            (context.oldParts[ObjectID(.table, path: above)] ?? []).filter { part in
                guard let check = context.from.body(part, as: Constraint.self), check.type == .check else {
                    return false
                }
                return !check.noInherit.value
            }
        }
    }
}
