import AutogenSchema

/// `ALTER TABLE ... ATTACH PARTITION`, `DETACH PARTITION`; another bound takes both.
enum PartitionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Partition, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var statements: [Statement] = []
        for check in PartitionChecks.inheritedChecks(of: id, context) {
            guard case .constraint(let constraint) = check.definition,
                PartitionChecks.lacks(check, constraint, for: id, context)
            else { continue }
            let clause = ConstraintRule.clause(check.id, constraint)
            let isEmpty = context.isMade(ObjectID(.table, path: id.path))
            let hazards = isEmpty ? [] : [Hazard.mayFail("fails if rows break \(check.id.name)")]
            statements.append(Statement(head: "ALTER TABLE \(name: id.path)", "ADD \(clause)", hazards: hazards))
        }
        let table = ObjectReference.kind(ObjectID(.table, path: body.parent), in: context.to)
        let attach: SQL =
            "ALTER \(table) ONLY \(name: body.parent) ATTACH PARTITION \(name: id.path) \(raw: body.bound)"
        let moves = PartitionMoves(of: body.parent, in: context)
        let hazards = PartitionFit.hazards(of: id, body, in: context)
        return statements + (moves?.leader == id ? moves?.statements ?? [] : [])
            + OnlinePartition.attaching(id, body, by: attach, hazards: hazards, in: context)
    }

    static func drop(_ id: ObjectID, _ body: Partition, in context: ObjectPlan) -> [Statement] {
        let leaves =
            context.to.contains(ObjectID(.table, path: id.path))
            && context.to.body(id, as: Partition.self)?.parent != body.parent
        let loss = "takes its rows out of \(SQL.dotted(body.parent)); they stay in \(SQL.dotted(id.path))"
        let detach: SQL = "ALTER TABLE ONLY \(name: body.parent) DETACH PARTITION \(name: id.path)"
        let hazards = leaves ? [Hazard.dataLoss(id, loss)] : []
        return
            (OnlinePartition.detaching(id, body, hazards: hazards, in: context)
            ?? [Statement(detach, hazards: hazards)])
            + DetachedChecks.drops(from: id.path, formerly: body.parent, in: context)
    }

    static func disturbed(byMaking id: ObjectID, _ body: Partition, in context: ObjectPlan) -> Set<ObjectID> {
        PartitionAdoption.disturbed(byMaking: SchemaObject(id, .partition(body)), in: context)
            .union(PartitionIndexes.missing(in: id, body, context))
            .union(PartitionMoves.disturbed(byMaking: id, body, in: context))
    }

    /// Referred to by a foreign key that stays, it must be detached before its table can go.
    static func dropHosts(
        _ id: ObjectID, _ body: Partition, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        PartitionOrdering.references(to: id, context).allSatisfy(context.isTornDown) ? whole : []
    }

    static func predecessors(_ id: ObjectID, _ body: Partition, in context: ObjectPlan) -> [ObjectID] {
        PartitionIndexes.parts(ofPartition: id, context) + PartitionOrdering.beforeAttaching(id, context)
            + PartitionOrdering.changedColumns(above: id, context) + PartitionMoves.leader(before: id, in: context)
    }
}

/// `ALTER INDEX ... ATTACH PARTITION`; an attached index goes with what it is attached to.
enum IndexPartitionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: IndexPartition, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        if PartitionedExclusion.isAttached(id, in: context.to) { return [] }
        return [Statement("ALTER INDEX \(name: body.parent) ATTACH PARTITION \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: IndexPartition, in context: ObjectPlan) -> [Statement] { [] }

    static func predecessors(_ id: ObjectID, _ body: IndexPartition, in context: ObjectPlan) -> [ObjectID] {
        IndexParts.attachment(ofTableOf: id, context)
    }
}

/// Exclusion constraints of partitioned tables (server 17).
///
/// An index that excludes can't be attached to another: the server does not compare their operators
/// (`CompareIndexInfo` in `src/backend/catalog/index.c`). It makes those of the partitions itself, along with the parent's
/// and when a partition is attached.
enum PartitionedExclusion {
    static func comesFromParent(_ id: ObjectID, _ body: Constraint, in catalog: Catalog) -> Bool {
        body.type == .exclusion
            && catalog.contains(ObjectID(.indexPartition, path: [id.path.first ?? "", id.name]))
    }

    /// Whether an attachment of indexes is one of exclusion constraints.
    static func isAttached(_ attachment: ObjectID, in catalog: Catalog) -> Bool {
        guard let whole = catalog.parent(of: attachment), let body = catalog.body(whole, as: Constraint.self) else {
            return false
        }
        return comesFromParent(whole, body, in: catalog)
    }
}

/// What decides to which partition of a table a row belongs.
enum PartitionKey {
    /// Whether a column is one of those. The server drops none such, and changes no type of one; but the table has no
    /// rows of its own, so it is made anew and its partitions are attached again.
    static func holds(_ column: String, of table: ObjectID, in catalog: Catalog) -> Bool {
        catalog.body(table, as: Table.self)?.partitionColumns.value.contains(column) ?? false
    }

    /// The table that a column divides, if it does.
    static func table(dividedBy id: ObjectID, in catalog: Catalog) -> ObjectID? {
        guard id.kind == .column, let table = catalog.parent(of: id), holds(id.name, of: table, in: catalog) else {
            return nil
        }
        return table
    }
}

/// Says where the rows of a table may not belong to the partition it becomes.
enum PartitionFit {
    static func hazards(of id: ObjectID, _ body: Partition, in context: ObjectPlan) -> [Hazard] {
        guard !body.isDefault, holdsRows(id.path, in: context) else { return [] }
        let parent = ObjectID(.table, path: body.parent)
        let wasHere = context.from.body(id, as: Partition.self)?.parent == body.parent
        guard wasHere, let old = context.from.body(parent, as: Table.self),
            let new = context.to.body(parent, as: Table.self), old.hasKey(like: new)
        else {
            return [Hazard.mayFail("fails if a row of \(id.name) lies outside of its bound")]
        }
        let columns = (context.newParts[parent] ?? []).filter {
            $0.kind == .column && PartitionKey.holds($0.name, of: parent, in: context.to)
        }
        guard let changed = columns.first(where: { moves($0, of: parent, in: context) }) else {
            return leavesRows(id, body, in: context)
                ? [
                    Hazard.mayFail(
                        "fails if a row of \(id.name) lies outside of its new bound and belongs to no other partition")
                ]
                : []
        }
        let why = "the values of \(changed.name) have another place with their new type"
        return [Hazard.mayFail("fails if a row of \(id.name) belongs to another partition: \(why)")]
    }

    /// Whether a table is there with its rows, or has partitions that are.
    private static func holdsRows(_ table: [String], in context: ObjectPlan) -> Bool {
        func isKept(_ table: [String]) -> Bool {
            let id = ObjectID(.table, path: table)
            let isDivided = context.to.body(id, as: Table.self)?.partitionKey != nil
            return !isDivided && context.from.contains(id) && !context.isMade(id)
        }
        guard context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else {
            return isKept(table)
        }
        return context.to.ids(of: .partition).contains {
            isKept($0.path) && InheritanceTree.ancestors(of: $0.path, in: context.to).contains(table)
        }
    }

    /// Whether a partition may hold rows that neither its new bound takes nor that of another partition.
    private static func leavesRows(
        _ id: ObjectID, _ body: Partition, in context: ObjectPlan
    ) -> Bool {
        guard let old = context.from.body(id, as: Partition.self), old.bound != body.bound else { return false }
        let bounds = context.to.ids(of: .partition).compactMap { context.to.body($0, as: Partition.self) }
            .filter { $0.parent == body.parent }.map { PartitionBound($0, of: body.parent, in: context.to) }
        return !PartitionBound(old, of: body.parent, in: context.to).isCovered(by: bounds)
    }

    /// Whether the values of a column of the key may belong elsewhere once its type has changed.
    ///
    /// An enum hashes and compares its values by the labels' own numbers, which are others when it is made anew; it is found
    /// in a list by the label.
    private static func moves(_ column: ObjectID, of table: ObjectID, in context: ObjectPlan) -> Bool {
        let isRemade = ColumnTypeChange.isRemade(column, in: context)
        guard let old = context.from.body(column, as: Column.self)?.type,
            let new = context.to.body(column, as: Column.self)?.type
        else { return false }
        if old != new { return !TypeFamily.areClose(old, new) }
        guard isRemade else { return false }
        let isEnum = [ValueType(old, in: context.from), ValueType(new, in: context.to)].allSatisfy { $0 == .label }
        return !isEnum || context.to.body(table, as: Table.self)?.partitionStrategy.value != "LIST"
    }
}
