import AutogenDiff
import AutogenSchema

/// The order in which partitions and what they share with their table come and go.
enum PartitionOrdering {
    /// The sequence that goes on where the identity of a column ends.
    static func numbering(of column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard let continuation = SequenceContinuation(of: column, in: context), continuation.old?.isIdentity == true
        else {
            return []
        }
        return [ObjectID(.sequence, path: continuation.new.sequence)]
    }

    /// The columns of other tables that one comes from, or follows.
    static func origins(of column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        let table = ObjectID(.table, path: column.relationPath)
        let parents =
            context.isMade(table)
            ? context.to.body(table, as: Table.self)?.inherits ?? []
            : InheritanceTree.lasting(of: table.path, in: context)
        return parents.map { ObjectID(.column, path: $0 + [column.name]) }
    }

    /// The columns of its parent that a new partition, which has them as they will be, waits for.
    static func changedColumns(above partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard let parent = context.to.body(partition, as: Partition.self)?.parent,
            !reattached(to: ObjectID(.column, path: parent + [""]), context).contains(partition)
        else { return [] }
        return (context.newParts[ObjectID(.table, path: parent)] ?? []).filter { $0.kind == .column }
    }

    /// The checks that a new partition gets, and the partitions of its own: what hangs together is attached from below.
    static func beforeAttaching(_ partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard context.isMade(ObjectID(.table, path: partition.path)) else { return [] }
        let checks = PartitionChecks.inheritedChecks(of: partition, context).map(\.id)
        return checks
            + partitions(of: partition.path, context).filter { context.isMade(ObjectID(.table, path: $0.path)) }
    }

    /// New columns of a typed table come with the attributes of its type; what changes of the others is the table's own.
    static func typeOfTable(of column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard context.isMade(column) else { return [] }
        let table = context.to.body(ObjectID(.table, path: column.relationPath), as: Table.self)
        return table.map { $0.ofType.isEmpty ? [] : [ObjectID(.compositeType, path: $0.ofType)] } ?? []
    }

    /// The attachments through which the trigger of a partitioned table comes to a partition.
    static func attachments(above table: [String], _ context: ObjectPlan) -> [ObjectID] {
        ([table] + InheritanceTree.ancestors(of: table, in: context.to)).map { ObjectID(.partition, path: $0) }
    }

    /// A table that begins to inherit does so before its parent gets new columns, so that they come to it as well.
    static func beginnings(before column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard context.isMade(column) else { return [] }
        return Inheritance.beginnings(under: column.relationPath, in: context)
    }

    /// The partitions of a table that stays which are detached and attached again: what happens to a column or check of
    /// the table happens to them as well.
    static func reattached(to part: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        let table = ObjectID(.table, path: part.relationPath)
        guard !context.isMade(table) else { return [] }
        return context.recreated.filter { id in
            guard id.kind == .partition, !context.isMade(ObjectID(.table, path: id.path)) else { return false }
            return InheritanceTree.ancestors(of: id.path, in: context.to).contains(table.path)
                && InheritanceTree.ancestors(of: id.path, in: context.from).contains(table.path)
        }
    }

    /// The partitions that are back before a column of their table goes, which takes it from them as well.
    static func returners(before column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard column.kind == .column, context.dropped.contains(column) else { return [] }
        return reattached(to: column, context)
    }

    /// The partitions that come with rows, before their table gets a foreign key: it is checked once, by its own statement.
    static func arrivals(before foreignKey: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        let table = foreignKey.relationPath
        let made = descendants(of: table, context)
        let parents = Set(made.compactMap { context.to.body($0, as: Partition.self)?.parent })
        let moving = parents.filter { PartitionMoves(of: $0, in: context) != nil }
        let successors = Set(context.successors.values)
        return made.filter { id in
            let own = ObjectID(.table, path: id.path)
            return !context.isMade(own) || successors.contains(own)
                || context.to.body(id, as: Partition.self).map { moving.contains($0.parent) } == true
        }
    }

    /// A sequence must have the owner of the table whose column it comes to belong to; it has its later ones with it.
    static func ownerships(of owner: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard let table = owner.target, table.kind == .table else { return [] }
        return context.created.union(context.recreated).filter { id in
            guard let column = context.to.body(id, as: SequenceOwner.self)?.column else { return false }
            return Array(column.prefix(2)) == table.path
        }
    }

    /// The keys of the same columns that go before a foreign key is made: the server takes the oldest that it finds
    /// (`transformFkeyCheckAttrs` in `src/backend/commands/tablecmds.c`).
    static func lostKeys(of object: SchemaObject, _ context: ObjectPlan) -> [ObjectID] {
        guard case .constraint(let key) = object.definition, key.type == .foreignKey else { return [] }
        let columns = context.to.needs(of: object.id).filter { $0.kind == .column && $0.relationPath == key.references }
        let names = Set(columns.map(\.name))
        return (context.oldParts[ObjectID(.table, path: key.references)] ?? []).filter { id in
            guard context.isTornDown(id), let key = IndexParts.Likeness(context.from[id]?.definition) else {
                return false
            }
            return key.isUnique && Set(key.columns) == names
        }
    }

    /// The partitions that go from below a table before a foreign key refers to it: with a part of the key they could not.
    static func lostParts(under object: SchemaObject, _ context: ObjectPlan) -> [ObjectID] {
        guard case .constraint(let key) = object.definition, key.type == .foreignKey else { return [] }
        return (context.oldIDs[.partition] ?? []).filter {
            leaves($0, context) && InheritanceTree.ancestors(of: $0.path, in: context.from).contains(key.references)
        }.flatMap { [$0, ObjectID(.table, path: $0.path)] }
    }

    /// Partitions whose place another one may take.
    static func lostPartitions(before object: SchemaObject, _ context: ObjectPlan) -> [ObjectID] {
        guard case .partition(let made) = object.definition else { return [] }
        return context.dropped.union(context.recreated).filter {
            $0 != object.id && context.from.body($0, as: Partition.self)?.parent == made.parent
        } + lostColumns(above: object.id, made, context) + ownColumns(of: object.id, context)
            + IndexParts.lostIndexes(above: object.id, context)
    }

    /// Whether a partition is detached from its parent for good.
    static func leaves(_ partition: ObjectID, _ context: ObjectPlan) -> Bool {
        context.dropped.contains(partition) || changesParent(partition, context)
    }

    /// Whether a table becomes the partition of one that it was none of.
    static func comes(_ partition: ObjectID, _ context: ObjectPlan) -> Bool {
        context.created.contains(partition) || changesParent(partition, context)
    }

    static func changesParent(_ partition: ObjectID, _ context: ObjectPlan) -> Bool {
        guard context.recreated.contains(partition) else { return false }
        let bodies = [context.from, context.to].map { $0.body(partition, as: Partition.self) }
        return bodies[0]?.parent != bodies[1]?.parent
    }

    /// Whether a column is one of a partition that is detached, so that nothing can come to it from its parent any more.
    static func isDetached(_ column: ObjectID, _ context: ObjectPlan) -> Bool {
        column.kind == .column && leaves(ObjectID(.partition, path: column.relationPath), context)
    }

    /// The partitions that leave a table before something happens to one of its columns or checks, which would happen to
    /// theirs as well. A check that goes may go from them, too, unless they keep it.
    static func leavers(before step: Step, _ context: ObjectPlan) -> [ObjectID] {
        let part = step.id
        let table = ObjectID(.table, path: part.relationPath)
        guard part.kind == .column || part.kind == .constraint,
            context.from.body(table, as: Table.self)?.partitionKey != nil
        else { return [] }
        let isMade = if case .create = step { true } else { false }
        return (context.oldIDs[.partition] ?? []).filter { id in
            guard leaves(id, context), let parent = context.from.body(id, as: Partition.self)?.parent,
                isMade || part.kind == .column || PartitionChecks.keepsCheck(part, of: id, context)
            else { return false }
            // What hangs below one that leaves goes with it.
            return parent == table.path
                || !context.isTornDown(ObjectID(.table, path: parent))
                    && InheritanceTree.ancestors(of: parent, in: context.from).contains(table.path)
        }
    }

    /// The columns that the parent of a new partition loses.
    static func lostColumns(above id: ObjectID, _ body: Partition, _ context: ObjectPlan) -> [ObjectID] {
        guard !reattached(to: ObjectID(.column, path: body.parent + [""]), context).contains(id) else { return [] }
        return (context.oldParts[ObjectID(.table, path: body.parent)] ?? []).filter { $0.kind == .column }
    }

    /// The columns that a table and its partitions lose before it becomes the partition of another: it must have none that
    /// its parent has not.
    static func ownColumns(of partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard comes(partition, context), !context.isMade(ObjectID(.table, path: partition.path)) else { return [] }
        return ([partition.path] + InheritanceTree.descendants(of: partition.path, in: context)).flatMap {
            (context.oldParts[ObjectID(.table, path: $0)] ?? []).filter { $0.kind == .column && context.isTornDown($0) }
        }
    }

    /// An attached index can be dropped on its own once its table is no longer a partition, and what a partition has from
    /// its parent goes as long as it is one.
    static func detachments(before object: SchemaObject, _ context: ObjectPlan) -> [ObjectID] {
        if object.kind == .partition {
            let keys = references(to: object.id, context).filter(context.isTornDown)
            let ancestors = InheritanceTree.ancestors(of: object.id.path, in: context.from)
            return keys
                + ancestors.flatMap { context.oldParts[ObjectID(.table, path: $0)] ?? [] }.filter { part in
                    guard
                        part.kind == .index
                            || part.kind == .constraint && !PartitionChecks.comesAgain(part, to: object.id, context)
                                && !PartitionChecks.keepsCheck(part, of: object.id, context)
                    else { return false }
                    return !IndexParts.keepers(of: part, context).contains(object.id)
                }
        }
        if object.kind == .column {
            // A column that a partition has from its parent goes once it stands alone.
            let partition = ObjectID(.partition, path: object.id.relationPath)
            guard context.isTornDown(partition), let parent = context.from.body(partition, as: Partition.self)?.parent,
                context.isTornDown(ObjectID(.table, path: parent)),
                !context.isTornDown(ObjectID(.table, path: partition.path))
            else { return [] }
            return [partition]
        }
        guard object.kind == .index || object.kind == .constraint else { return [] }
        // With the one that it is attached to it goes while it is.
        let wholes = StatementHosts.attached(StatementHosts.indexID(of: object.id), in: context.from)
        let goesWithWhole = wholes.contains { context.isTornDown($0) && !IndexParts.isKey(object.id, ofIndex: $0) }
        let own = wholes.isEmpty || goesWithWhole ? nil : IndexParts.partition(of: object.id, context)
        return (own.map { [$0] } ?? []) + IndexParts.keepers(of: object.id, context)
            + IndexParts.references(toPartsOf: object.id, context)
    }

    /// A table whose parent goes, or that is no partition any longer, loses its columns by itself, once it is detached.
    static func ending(before column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard column.kind == .column, InheritanceTree.lasting(of: column.relationPath, in: context).isEmpty else {
            return []
        }
        return [ObjectID(.partition, path: column.relationPath)]
    }

    /// The partitions of a table that are attached, and theirs.
    static func descendants(of table: [String], _ context: ObjectPlan) -> [ObjectID] {
        guard context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else { return [] }
        return context.created.union(context.recreated).filter { id in
            id.kind == .partition && InheritanceTree.ancestors(of: id.path, in: context.to).contains(table)
        }
    }

    /// The foreign keys to a table that a partition belongs to, by way of others perhaps: each has a part of its own there,
    /// which keeps the table of the partition from being dropped while it is one.
    static func references(to partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        let wholes = InheritanceTree.ancestors(of: partition.path, in: context.from)
        return (context.oldIDs[.constraint] ?? []).filter { id in
            guard let body = context.from.body(id, as: Constraint.self), body.type == .foreignKey else { return false }
            return wholes.contains(body.references)
        }
    }

    static func partitions(of table: [String], _ context: ObjectPlan) -> [ObjectID] {
        guard context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else { return [] }
        return context.created.union(context.recreated).filter { id in
            id.kind == .partition && context.to.body(id, as: Partition.self)?.parent == table
        }
    }
}
