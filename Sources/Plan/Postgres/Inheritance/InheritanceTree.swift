import AutogenSchema

/// Tables that hand their columns down to others, by partitioning or inheritance.
enum InheritanceTree {
    /// The parents of a table in a catalog.
    static func parents(of table: [String], in catalog: Catalog) -> [[String]] {
        if let partition = catalog.body(ObjectID(.partition, path: table), as: Partition.self) {
            return [partition.parent]
        }
        return catalog.body(ObjectID(.table, path: table), as: Table.self)?.inherits ?? []
    }

    /// The parents of a table, and theirs.
    static func ancestors(of table: [String], in catalog: Catalog) -> [[String]] {
        parents(of: table, in: catalog).flatMap { [$0] + ancestors(of: $0, in: catalog) }
    }

    /// The parents that the table has before and after the script; those of a partition that is detached for a moment too.
    static func lasting(of table: [String], in context: ObjectPlan) -> [[String]] {
        let partition = ObjectID(.partition, path: table)
        let id = ObjectID(.table, path: table)
        guard !context.isMade(id), !context.isTornDown(id), !context.created.contains(partition),
            !context.dropped.contains(partition)
        else { return [] }
        let old = parents(of: table, in: context.from)
        return parents(of: table, in: context.to).filter { parent in
            let parentID = ObjectID(.table, path: parent)
            return old.contains(parent) && !context.isMade(parentID)
        }
    }

    /// Whether a table has partitions that a catalog knows; those that an extension keeps it does not.
    static func isDivided(_ table: [String], in catalog: Catalog) -> Bool {
        guard catalog.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else { return false }
        return catalog.objects.contains {
            guard case .partition(let partition) = $0.definition else { return false }
            return partition.parent == table
        }
    }

    /// The tables that inherit from one, now and after the script.
    static func children(of table: [String], in context: ObjectPlan) -> [[String]] {
        (context.dependents[ObjectID(.table, path: table)] ?? []).sorted().filter { child in
            child.kind == .table && context.to.contains(child)
                && context.from.body(child, as: Table.self)?.inherits.contains(table) == true
        }.map(\.path)
    }

    /// The columns of descendants that a column hands down to, and what needs these: it is out of the way before something
    /// happens to the column and so to those below it.
    static func dependents(below column: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard column.kind == .column else { return [] }
        return descendants(of: column.relationPath, in: context).flatMap { child -> [ObjectID] in
            let below = ObjectID(.column, path: child + [column.name])
            if PartitionOrdering.isDetached(below, context) { return [] }
            return [below] + (context.dependents[below] ?? []).filter(context.isTornDown)
        }
    }

    /// The partitions of a table, which go before it does: what hangs below them is detached by then.
    static func partitions(of table: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard table.kind == .table else { return [] }
        return (context.dependents[table] ?? []).filter { $0.kind == .partition && $0.path != table.path }
            .map { ObjectID(.table, path: $0.path) }
    }

    /// What the descendants of a table have under the name of a new column or constraint, which comes to them as well.
    static func namesakes(of part: ObjectID, in impact: Impact) -> [ObjectID] {
        guard part.kind == .column || part.kind == .constraint else { return [] }
        return descendants(of: part.relationPath, in: impact.objects).map {
            ObjectID(part.kind, path: $0 + [part.name])
        }
        .filter { impact.rowSource(of: $0) == nil }
    }

    /// The tables that inherit from one in the old catalog, its partitions, and theirs.
    static func descendants(of table: [String], in context: ObjectPlan) -> [[String]] {
        (context.dependents[ObjectID(.table, path: table)] ?? []).flatMap { id -> [[String]] in
            guard id.kind == .table || id.kind == .partition, id.path != table,
                parents(of: id.path, in: context.from).contains(table)
            else { return [] }
            return [id.path] + descendants(of: id.path, in: context)
        }
    }

    /// The same column of a parent, where what happens to it happens to this one as well.
    static func inheritedFrom(_ column: ObjectID, in context: ObjectPlan, where holds: (ObjectID) -> Bool) -> Bool {
        lasting(of: column.relationPath, in: context).contains {
            holds(ObjectID(column.kind, path: $0 + [column.name]))
        }
    }
}
