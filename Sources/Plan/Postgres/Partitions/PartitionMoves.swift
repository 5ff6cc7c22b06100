import AutogenSchema

/// Brings rows from the partitions that lose them to those that get them, where the bounds of a table's partitions change.
///
/// It happens once for a table, before the first of its partitions is attached.
struct PartitionMoves {
    /// The first to be attached, whose statement brings the rows of all.
    let leader: ObjectID
    private let parent: [String]
    /// Partitions that may hold rows of others.
    private let sources: [ObjectID]
    /// Partitions that are new or have another bound.
    private let targets: [ObjectID]
    private let context: ObjectPlan

    init?(of parent: [String], in context: ObjectPlan) {
        let table = ObjectID(.table, path: parent)
        guard let body = context.to.body(table, as: Table.self), body.partitionKey != nil,
            !context.created.contains(table),
            context.from.body(table, as: Table.self)?.hasKey(like: body) == true
        else { return nil }
        func bound(_ id: ObjectID, _ catalog: Catalog) -> String? {
            guard let body = catalog.body(id, as: Partition.self), body.parent == parent else { return nil }
            return body.bound
        }
        func isDefault(_ id: ObjectID, _ catalog: Catalog) -> Bool {
            guard let body = catalog.body(id, as: Partition.self), body.parent == parent else { return false }
            return body.isDefault
        }
        let changed = context.created.union(context.recreated).filter { id in
            id.kind == .partition && bound(id, context.to) != nil
                && bound(id, context.from) != bound(id, context.to)
        }
        // Columns change after those that stay are back, and before those that are new come.
        guard let leader = changed.filter(context.recreated.contains).min() ?? changed.min() else { return nil }
        let dropped = context.dropped.filter {
            let table = ObjectID(.table, path: $0.path)
            // The rows of one that has a successor go there.
            return $0.kind == .partition && bound($0, context.from) != nil && context.dropped.contains(table)
                && context.successors[table] == nil
                // Where the whole is made anew, they go before it does.
                && !context.isMade(ObjectID(.table, path: parent))
        }
        // Only one can hold rows of any kind.
        let fallback = Set(
            (context.oldIDs[.partition] ?? []).filter { isDefault($0, context.from) && isDefault($0, context.to) })
        sources = changed.filter { bound($0, context.from) != nil }.union(dropped).union(fallback).sorted()
        targets = changed.union(fallback).sorted()
        self.leader = leader
        self.parent = parent
        self.context = context
        guard !sources.isEmpty else { return nil }
    }

    /// Whether any row may have another partition than before.
    private var mayMove: Bool {
        sources.contains { source in targets.contains { mayMove(from: source, to: $0) } }
    }

    private func mayMove(from source: ObjectID, to target: ObjectID) -> Bool {
        guard source != target else { return false }
        return bound(target).isDefault || bound(source, in: context.from).mayOverlap(bound(target))
    }

    private func bound(_ id: ObjectID) -> PartitionBound { bound(id, in: context.to) }

    private func bound(_ id: ObjectID, in catalog: Catalog) -> PartitionBound {
        PartitionBound(catalog.body(id, as: Partition.self), of: parent, in: context.to)
    }

    /// `WITH moved AS (DELETE FROM a WHERE id >= 5 RETURNING id, n) INSERT INTO b (id, n) SELECT id, n FROM moved`
    var statements: [Statement] {
        let all = context.to.ids(of: .partition).filter { context.to.body($0, as: Partition.self)?.parent == parent }
        let known = all.compactMap { bound($0).condition }.map { "(\($0))" as SQL }
        let ordered = targets.filter { !bound($0).isDefault } + targets.filter { bound($0).isDefault }
        return sources.flatMap { source in
            ordered.flatMap { target -> [Statement] in
                guard mayMove(from: source, to: target) else { return [] }
                if bound(target).isDefault {
                    // The only partition takes all.
                    return move(
                        source, target, where: known.isEmpty ? "true" : "(\(known, separator: " OR ")) IS NOT TRUE")
                }
                return bound(target).condition.map { move(source, target, where: $0) } ?? []
            }
        }
    }

    private func move(_ source: ObjectID, _ target: ObjectID, where condition: SQL) -> [Statement] {
        let table = ObjectID(.table, path: target.path)
        let columns = (context.newParts[table] ?? []).filter { id in
            guard let column = context.to.body(id, as: Column.self), column.generated == nil else { return false }
            // What the whole table gets comes to those that stay when they are attached.
            let isThere = context.isMade(table) || context.from.contains(id)
            return isThere && context.from.contains(ObjectID(.column, path: source.path + [id.name]))
        }
        let names: SQL = "\(names: columns.map(\.name))"
        let conversions = columns.map { id -> ValueConversion? in
            let before = ObjectID(.column, path: source.path + [id.name])
            guard hasOldColumns(source), !hasOldColumns(target),
                let old = context.from.body(before, as: Column.self)?.type,
                let new = context.to.body(id, as: Column.self)?.type
            else { return nil }
            // A person decides for the whole table.
            let column = ObjectID(.column, path: parent + [id.name])
            let isRemade = ColumnTypeChange.isRemade(before, in: context)
            return ValueConversion(of: column, from: old, to: new, isRemade: isRemade, in: context)
        }
        let read = zip(columns, conversions).map { id, conversion in conversion?.value ?? "\(name: id.name)" }
        let setsZone = conversions.contains { $0?.sessionZone != nil }
        let isNumbered = columns.contains { context.to.body($0, as: Column.self)?.identity != nil }
        let overriding: SQL = isNumbered ? " OVERRIDING SYSTEM VALUE" : ""
        let taken: SQL = "WITH moved AS (DELETE FROM \(name: source.path) WHERE \(condition) RETURNING \(names))"
        let new = fills(in: table, besides: columns)
        let more: SQL = "\(new.map { ", \(name: $0.column.name)" as SQL }, separator: "")"
        let values: SQL = "\(new.map { ", \($0.value)" as SQL }, separator: "")"
        var hazards = [Hazard.rewrite("moves the rows of \(source.name) that belong to \(target.name)")]
        if context.to.body(table, as: Table.self)?.partitionKey != nil {
            hazards.append(.mayFail("fails if a row fits no partition of \(target.name)"))
        }
        hazards += ArrivingRows.hazards(of: table, from: [ObjectID(.table, path: source.path)], in: context)
        let statement = Statement(
            """
            \(taken)
            INSERT INTO \(name: target.path) (\(names)\(more))\(overriding) SELECT \(read, separator: ", ")\(values) FROM moved
            """, hazards: hazards + conversions.flatMap { $0?.hazards ?? [] } + new.map(\.hazard))
        return [statement] + (setsZone ? [ValueConversion.reset] : [])
    }

    /// Whether a partition has the columns of before when rows move: what is away from the whole then, and all of it where
    /// its columns change later.
    private func hasOldColumns(_ id: ObjectID) -> Bool {
        let table = ObjectID(.table, path: id.path)
        guard !context.isMade(table) else { return false }
        // Where the whole is made anew, each has changed by then but those that go.
        if isMadeAnew { return context.isTornDown(table) }
        return context.recreated.contains(leader) || context.isTornDown(id)
    }

    /// New columns of a new partition that must have a value, by the names that the whole table gives them.
    private func fills(in table: ObjectID, besides known: [ObjectID]) -> [ColumnFill] {
        guard context.isMade(table) else { return [] }
        return (context.newParts[table] ?? []).compactMap { id in
            guard let body = context.to.body(id, as: Column.self), ColumnFill.isNeeded(for: body, in: context.to),
                !known.contains(id), !context.to.contains(ObjectID(.columnDefault, path: id.path))
            else { return nil }
            return ColumnFill(ObjectID(.column, path: parent + [id.name]), in: context)
        }
    }

    private var isMadeAnew: Bool { context.isMade(ObjectID(.table, path: parent)) }

    /// What must be there before rows can move.
    var needs: [ObjectID] {
        let tables = targets.map { ObjectID(.table, path: $0.path) }
        let changed = isMadeAnew ? (sources + targets).map { ObjectID(.table, path: $0.path) } : []
        return tables
            + (tables.filter(context.isMade) + changed).flatMap { context.newParts[$0] ?? [] }
            .filter { $0.kind == .column } + subpartitions
    }

    /// What hangs below a partition is attached first, unless it waits for a check that the whole table gets.
    private var subpartitions: [ObjectID] {
        guard mayMove else { return [] }
        let own = Set((sources + targets).map(\.path))
        return context.created.union(context.recreated).filter { id in
            id.kind == .partition && !own.isDisjoint(with: InheritanceTree.ancestors(of: id.path, in: context.to))
                && PartitionChecks.inheritedChecks(of: id, context).allSatisfy {
                    !context.isMade($0.id) || context.isMade(ObjectID(.table, path: $0.id.relationPath))
                }
        }
    }

    /// The tables that lose rows or get them, with those above and below them: from these triggers come, and foreign keys
    /// refer to them.
    private var reach: Set<[String]> {
        let own = (sources + targets).map(\.path)
        return Set(
            own + [parent] + own.flatMap { InheritanceTree.ancestors(of: $0, in: context.from) }
                + own.flatMap { InheritanceTree.descendants(of: $0, in: context) })
    }

    /// The table by which a foreign key, a trigger or a rule would take the move of a row for its end, or for a new one.
    private static func watched(by object: SchemaObject?) -> [String]? {
        switch object?.definition {
        case .constraint(let key) where key.type == .foreignKey: return key.references
        case .trigger(let trigger):
            let fires = trigger.enabled == .origin || trigger.enabled == .always
            let isMeant = !Set(trigger.events.value).isDisjoint(with: ["insert", "delete"])
            return fires && isMeant ? object?.id.relationPath : nil
        case .rule: return object?.id.relationPath
        default: return nil
        }
    }

    /// What is out of the way while rows move, when the partition is attached whose statement brings them.
    static func disturbed(
        byMaking partition: ObjectID, _ body: Partition, in context: ObjectPlan
    ) -> Set<ObjectID> {
        guard let moves = PartitionMoves(of: body.parent, in: context), moves.leader == partition, moves.mayMove else {
            return []
        }
        let reach = moves.reach
        let objects = context.from.objects.filter { object in
            watched(by: object).map(reach.contains) ?? false && context.to.contains(object.id)
        }
        return Set(objects.map(\.id))
    }

    /// What must be gone before rows move.
    static func losses(before object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        guard case .partition(let body) = object.definition,
            let moves = PartitionMoves(of: body.parent, in: context), moves.leader == object.id
        else { return [] }
        let reach = moves.reach
        return context.dropped.union(context.recreated).filter {
            watched(by: context.from[$0]).map(reach.contains) ?? false
        }
    }

    /// The attachments that bring rows, which come before something that would act on these.
    static func leaders(before object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        guard let table = watched(by: object) else { return [] }
        var family = Set([context.from, context.to].flatMap { InheritanceTree.ancestors(of: table, in: $0) })
        if context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil {
            family.formUnion([table] + InheritanceTree.descendants(of: table, in: context))
        }
        return family.compactMap { PartitionMoves(of: $0, in: context)?.leader }
    }

    /// The attachment that comes first, for another one of its table.
    static func leader(before partition: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard let body = context.to.body(partition, as: Partition.self),
            let moves = PartitionMoves(of: body.parent, in: context)
        else { return [] }
        return moves.leader == partition ? moves.needs : [moves.leader]
    }

    /// The attachment that brings the rows of a partition that goes.
    static func attachments(before table: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        let partition = ObjectID(.partition, path: table.path)
        guard table.kind == .table, context.dropped.contains(partition),
            let body = context.from.body(partition, as: Partition.self),
            let moves = PartitionMoves(of: body.parent, in: context), moves.sources.contains(partition)
        else { return [] }
        return [moves.leader]
    }
}
