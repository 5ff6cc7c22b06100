import AutogenSchema

/// What a partition has on its own though it is like its part of the whole's: an index, a key, a foreign key.
///
/// The server would take it for the part, if it were there when the partition is attached or the whole gets its foreign key
/// (`docs/partitions.md`). So it is gone before, and made after that.
enum PartitionAdoption {
    /// The steps after which a thing of a partition is made, so that it stays on its own.
    static func predecessors(of id: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard let table = context.to.parent(of: id), context.to.contains(ObjectID(.partition, path: table.path)) else {
            return []
        }
        let twins = earlierTwins(of: id, on: table, context)
        let keys = foreignKeys(above: table.path, like: context.to[id], context)
        guard !keys.isEmpty || isLikeAPart(id, of: table, context) else { return twins }
        return twins + keys + PartitionOrdering.attachments(above: table.path, context)
    }

    /// The parts that are like one, of wholes that are made before its own: the server takes the first of each side that is
    /// alike, so both sides have them in the same order.
    private static func earlierTwins(of id: ObjectID, on table: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        func whole(_ id: ObjectID) -> ObjectID? {
            guard let above = StatementHosts.attached(StatementHosts.indexID(of: id), in: context.to).first else {
                return nil
            }
            return whole(above) ?? above
        }
        // The order of a table's own keys: StepPriority.
        func isPrimary(_ key: ObjectID) -> Bool { context.to.body(key, as: Constraint.self)?.type == .primaryKey }
        guard let likeness = IndexParts.Likeness(context.to[id]?.definition), let own = whole(id) else { return [] }
        return (context.newParts[table] ?? []).filter { twin in
            guard twin.kind == id.kind, twin != id, IndexParts.Likeness(context.to[twin]?.definition) == likeness,
                let other = whole(twin), other != own
            else { return false }
            if isPrimary(other) != isPrimary(own) { return isPrimary(other) }
            return other.path.lexicographicallyPrecedes(own.path)
        }
    }

    /// What is made again, where it is there before a partition is attached or the whole gets its foreign key.
    static func disturbed(byMaking object: SchemaObject, in context: ObjectPlan) -> Set<ObjectID> {
        Set(
            things(concernedBy: object, in: context.newParts, context).filter {
                context.from.contains($0) && !predecessors(of: $0, in: context).isEmpty
            })
    }

    /// What must be gone before a partition is attached or the whole gets its foreign key.
    static func losses(before object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        things(concernedBy: object, in: context.oldParts, context).filter {
            context.isTornDown($0) && StatementHosts.attached(StatementHosts.indexID(of: $0), in: context.from).isEmpty
        }
    }

    /// Indexes, keys and foreign keys of partitions that the server compares when it makes an object.
    private static func things(
        concernedBy object: SchemaObject, in parts: [ObjectID: [ObjectID]], _ context: ObjectPlan
    ) -> [ObjectID] {
        switch object.definition {
        case .partition:
            return ([object.id.path] + descendants(of: object.id.path, context)).flatMap { table in
                (parts[ObjectID(.table, path: table)] ?? []).filter { $0.kind == .index || $0.kind == .constraint }
            }.filter { isCompared($0, context) }
        case .constraint(let key) where key.type == .foreignKey:
            return descendants(of: object.id.relationPath, context).flatMap { table in
                (parts[ObjectID(.table, path: table)] ?? []).filter { part in
                    [context.from, context.to].contains { isLike($0[part], key) }
                }
            }
        default: return []
        }
    }

    /// Checks are merged, and come and go with those of the whole.
    private static func isCompared(_ id: ObjectID, _ context: ObjectPlan) -> Bool {
        guard let body = (context.from[id] ?? context.to[id])?.definition else { return false }
        if case .constraint(let key) = body { return key.isIndexed || key.type == .foreignKey }
        return true
    }

    private static func isLikeAPart(_ id: ObjectID, of table: ObjectID, _ context: ObjectPlan) -> Bool {
        func isPart(_ id: ObjectID) -> Bool {
            context.to.contains(ObjectID(.indexPartition, path: StatementHosts.indexID(of: id).path))
        }
        guard let likeness = IndexParts.Likeness(context.to[id]?.definition), !isPart(id) else { return false }
        return (context.newParts[table] ?? []).contains {
            $0 != id && IndexParts.Likeness(context.to[$0]?.definition) == likeness && isPart($0)
        }
    }

    private static func foreignKeys(
        above table: [String], like object: SchemaObject?, _ context: ObjectPlan
    ) -> [ObjectID] {
        guard case .constraint(let key) = object?.definition, key.type == .foreignKey else { return [] }
        return InheritanceTree.ancestors(of: table, in: context.to).flatMap { whole in
            (context.newParts[ObjectID(.table, path: whole)] ?? []).filter { isLike(context.to[$0], key) }
        }
    }

    private static func isLike(_ object: SchemaObject?, _ key: Constraint) -> Bool {
        guard case .constraint(let other) = object?.definition else { return false }
        return other.type == .foreignKey && other.bareDefinition == key.bareDefinition
            && other.deferrability.value == key.deferrability.value
    }

    /// The partitions of a table after the script, and theirs.
    private static func descendants(of table: [String], _ context: ObjectPlan) -> [[String]] {
        guard context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else { return [] }
        return context.to.ids(of: .partition).map(\.path).filter {
            InheritanceTree.ancestors(of: $0, in: context.to).contains(table)
        }
    }
}
