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
        let checks = inheritedChecks(of: partition, context).map(\.id)
        return checks
            + partitions(of: partition.path, context).filter { context.isMade(ObjectID(.table, path: $0.path)) }
    }

    /// The checks that a table must have to become a partition, which count as its parent's afterwards.
    static func inheritedChecks(of partition: ObjectID, _ context: ObjectPlan) -> [SchemaObject] {
        var checks: [SchemaObject] = []
        var parent = context.to.body(partition, as: Partition.self)?.parent
        while let table = parent {
            checks += (context.newParts[ObjectID(.table, path: table)] ?? []).compactMap { context.to[$0] }.filter {
                part in
                guard case .constraint(let body) = part.definition, body.type == .check else { return false }
                return !body.noInherit.value
                    && !context.to.contains(ObjectID(.constraint, path: partition.path + [part.id.name]))
            }
            let next = ObjectID(.partition, path: table)
            parent = context.created.contains(next) ? nil : context.to.body(next, as: Partition.self)?.parent
        }
        return checks
    }

    /// The checks of a name that a partition has from its parents.
    static func checks(named name: String, above table: [String], in catalog: Catalog) -> [ObjectID] {
        guard !catalog.contains(ObjectID(.constraint, path: table + [name])) else { return [] }
        return InheritanceTree.ancestors(of: table, in: catalog).map { ObjectID(.constraint, path: $0 + [name]) }.filter
        {
            guard let check = catalog.body($0, as: Constraint.self) else { return false }
            return check.type == .check && !check.noInherit.value
        }
    }

    /// Whether a table must get a check to become a partition.
    static func lacks(
        _ check: SchemaObject, _ body: Constraint, for partition: ObjectID, _ context: ObjectPlan
    ) -> Bool {
        let own = ObjectID(.constraint, path: partition.path + [check.id.name])
        guard !keeps(own, like: body, context) else { return false }
        if context.created.contains(partition) || context.isMade(ObjectID(.table, path: partition.path)) { return true }
        // The partition of another table, or of one that is made anew, had the check of its predecessor, and keeps it only if
        // it is the same.
        return (changesParent(partition, context) || context.isMade(ObjectID(.table, path: check.id.relationPath)))
            && !checks(named: check.id.name, above: partition.path, in: context.from).contains {
                context.from.body($0, as: Constraint.self) == body && survives($0, context)
            }
    }

    /// Whether a check can stay while what it is about changes: nothing compares values of a type with those of its successor.
    private static func survives(_ check: ObjectID, _ context: ObjectPlan) -> Bool {
        let columns = context.from.body(check, as: Constraint.self)?.columns ?? []
        let isOfRemade = context.from.needs(of: check).contains { $0.kind.isColumnType && context.isTornDown($0) }
        return !isOfRemade
            && !columns.contains {
                ColumnTypeChange.isRemade(ObjectID(.column, path: check.relationPath + [$0]), in: context)
            }
    }

    /// Whether a table that becomes a partition brings a check that becomes its parent's.
    static func keeps(_ check: ObjectID, like body: Constraint, _ context: ObjectPlan) -> Bool {
        let table = ObjectID(.table, path: check.relationPath)
        return !context.isTornDown(table) && context.from.body(check, as: Constraint.self) == body
    }

    /// The same, for the check that goes as one of the table's own.
    static func becomesInherited(_ check: ObjectID, _ body: Constraint, _ context: ObjectPlan) -> Bool {
        let partition = ObjectID(.partition, path: check.relationPath)
        return body.type == .check && comes(partition, context) && keeps(check, like: body, context)
            && inheritedChecks(of: partition, context).contains {
                $0.id.name == check.name && $0.definition == .constraint(body)
            }
    }

    /// Whether a table that is no longer a partition has the check already, from the parent it had.
    static func remains(_ check: ObjectID, _ body: Constraint, _ context: ObjectPlan) -> Bool {
        let table = ObjectID(.table, path: check.relationPath)
        return body.type == .check && leaves(ObjectID(.partition, path: table.path), context) && !context.isMade(table)
            && checks(named: check.name, above: table.path, in: context.from).contains {
                context.from.body($0, as: Constraint.self) == body && survives($0, context)
            }
    }

    /// The key of a partitioned table can be referred to once those of all partitions are attached to it.
    static func keyParts(
        of foreignKey: ObjectID, _ body: Constraint, _ context: ObjectPlan
    ) -> [ObjectID] {
        guard body.type == .foreignKey else { return [] }
        let made = context.created.union(context.recreated).filter { $0.kind == .indexPartition }
        guard !made.isEmpty else { return [] }
        var wholes = Set(context.to.needs(of: foreignKey).map { [$0.path.first ?? "", $0.name] })
        var parts: Set<ObjectID> = []
        while true {
            let found = made.filter {
                wholes.contains(context.to.body($0, as: IndexPartition.self)?.parent ?? []) && !parts.contains($0)
            }
            if found.isEmpty { return Array(parts) }
            parts.formUnion(found)
            wholes = Set(found.map(\.path))
        }
    }

    /// The indexes and keys of partitions that are attached to one.
    static func attached(to whole: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        (context.dependents[whole] ?? []).filter { $0.kind == .indexPartition }
            .compactMap { context.from.parent(of: $0) }.filter { $0 != whole }.sorted()
    }

    /// What goes with an index or key: those that are attached to it, and the one that it is attached to, since it can't be
    /// dropped alone. What belongs to a partition that is detached stands alone from then on.
    static func droppedAlong(with index: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        func isBound(_ part: ObjectID) -> Bool { partition(of: part, context).map { !context.isTornDown($0) } ?? true }
        let parts = attached(to: index, context).filter(isBound).map { part in
            isKey(part, ofIndex: index) ? partition(of: part, context) ?? part : part
        }
        let wholes = StatementHosts.attached(StatementHosts.indexID(of: index), in: context.from)
        guard isBound(index) else { return parts }
        return parts + wholes.map { isKey(index, ofIndex: $0) ? partition(of: index, context) ?? $0 : $0 }
    }

    /// The index or key that one is attached to no longer, though the partition stays where it is: nothing lets go of a part
    /// but the end of the whole.
    static func wholes(leftBy attachment: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard let index = context.from.parent(of: attachment), let place = partition(of: index, context),
            !context.isTornDown(place)
        else { return [] }
        return StatementHosts.attached(StatementHosts.indexID(of: index), in: context.from)
    }

    /// Whether a key stands among the parts of an index that is none. With that one it does not go, and keeps it from going:
    /// its partition is detached first.
    static func isKey(_ part: ObjectID, ofIndex whole: ObjectID) -> Bool {
        part.kind == .constraint && whole.kind == .index
    }

    /// The place of the table that an index or key is of, among the partitions of another.
    private static func partition(of index: ObjectID, _ context: ObjectPlan) -> ObjectID? {
        context.from.parent(of: index).map { ObjectID(.partition, path: $0.path) }
    }

    /// The partitions whose indexes stay where the one they are attached to goes: they are detached before.
    private static func keepers(of whole: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        attached(to: whole, context).flatMap { part in
            let own = context.isTornDown(part) && !isKey(part, ofIndex: whole) ? nil : partition(of: part, context)
            return (own.map { [$0] } ?? []) + keepers(of: part, context)
        }
    }

    /// An index is attached once its table is.
    static func attachment(ofTableOf index: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard let whole = context.to.parent(of: index), let table = context.to.parent(of: whole) else { return [] }
        return [ObjectID(.partition, path: table.path)]
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

    /// The keys that a foreign key leaves: while they exist, the server may choose them once more.
    static func lostKeys(of object: SchemaObject, _ context: ObjectPlan) -> [ObjectID] {
        guard case .constraint(let key) = object.definition, key.type == .foreignKey else { return [] }
        return context.from.needs(of: object.id).filter {
            ($0.kind == .constraint || $0.kind == .index) && context.isTornDown($0)
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
            + lostIndexes(above: object.id, context)
    }

    /// The indexes and keys that the tables above a partition lose: they would find a part in it, or make one.
    private static func lostIndexes(above partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        InheritanceTree.ancestors(of: partition.path, in: context.to).flatMap { table in
            (context.oldParts[ObjectID(.table, path: table)] ?? []).filter { part in
                guard context.isTornDown(part) else { return false }
                return part.kind == .index
                    || context.from.body(part, as: Constraint.self).map(\.isIndexed) ?? false
            }
        }
    }

    /// Whether a partition is detached from its parent for good.
    private static func leaves(_ partition: ObjectID, _ context: ObjectPlan) -> Bool {
        context.dropped.contains(partition) || changesParent(partition, context)
    }

    /// Whether a table becomes the partition of one that it was none of.
    private static func comes(_ partition: ObjectID, _ context: ObjectPlan) -> Bool {
        context.created.contains(partition) || changesParent(partition, context)
    }

    private static func changesParent(_ partition: ObjectID, _ context: ObjectPlan) -> Bool {
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
                isMade || part.kind == .column || keepsCheck(part, of: id, context)
            else { return false }
            // What hangs below one that leaves goes with it.
            return parent == table.path
                || !context.isTornDown(ObjectID(.table, path: parent))
                    && InheritanceTree.ancestors(of: parent, in: context.from).contains(table.path)
        }
    }

    /// Whether a partition that is detached has the check of its parent afterwards, as it is: its own, or its next parent's.
    private static func keepsCheck(_ check: ObjectID, of partition: ObjectID, _ context: ObjectPlan) -> Bool {
        let own = ObjectID(.constraint, path: partition.path + [check.name])
        if let body = context.to.body(own, as: Constraint.self) { return remains(own, body, context) }
        guard changesParent(partition, context), let old = context.from.body(check, as: Constraint.self) else {
            return false
        }
        return checks(named: check.name, above: partition.path, in: context.to).contains {
            context.to.body($0, as: Constraint.self) == old
        }
    }

    /// The columns that the parent of a new partition loses.
    private static func lostColumns(above id: ObjectID, _ body: Partition, _ context: ObjectPlan) -> [ObjectID] {
        guard !reattached(to: ObjectID(.column, path: body.parent + [""]), context).contains(id) else { return [] }
        return (context.oldParts[ObjectID(.table, path: body.parent)] ?? []).filter { $0.kind == .column }
    }

    /// The columns that a table and its partitions lose before it becomes the partition of another: it must have none that
    /// its parent has not.
    private static func ownColumns(of partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
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
                            || part.kind == .constraint && !comesAgain(part, to: object.id, context)
                                && !keepsCheck(part, of: object.id, context)
                    else { return false }
                    return !keepers(of: part, context).contains(object.id)
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
        let goesWithWhole = wholes.contains { context.isTornDown($0) && !isKey(object.id, ofIndex: $0) }
        let own = wholes.isEmpty || goesWithWhole ? nil : partition(of: object.id, context)
        return (own.map { [$0] } ?? []) + keepers(of: object.id, context) + references(toPartsOf: object.id, context)
    }

    /// The foreign keys that refer to what goes with an index or key: the server drops no whole while they are there.
    private static func references(toPartsOf whole: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        attached(to: whole, context).flatMap { part in
            (context.dependents[part] ?? []).filter { $0.kind == .constraint && context.isTornDown($0) }
                + references(toPartsOf: part, context)
        }
    }

    /// Whether a check that goes with its table comes again with the next one: the partition keeps it in the meantime.
    private static func comesAgain(_ check: ObjectID, to partition: ObjectID, _ context: ObjectPlan) -> Bool {
        guard context.isTornDown(ObjectID(.table, path: check.relationPath)),
            let body = context.from.body(check, as: Constraint.self), body.type == .check
        else { return false }
        if context.isTornDown(ObjectID(.table, path: partition.path)) { return true }
        guard survives(check, context) else { return false }
        return InheritanceTree.ancestors(of: partition.path, in: context.to).contains {
            context.to.body(ObjectID(.constraint, path: $0 + [check.name]), as: Constraint.self) == body
        }
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
