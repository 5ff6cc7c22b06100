import AutogenSchema

/// The indexes and keys of partitions that are attached to those of their whole, which come and go with it.
enum IndexParts {
    /// What counts when the server compares an index with another, more or less: what is alike here may still differ for it.
    struct Likeness: Hashable {
        let isUnique: Bool
        let columns: [String]

        init?(_ definition: Definition?) {
            switch definition {
            case .index(let index): (isUnique, columns) = (index.unique, index.columns)
            case .constraint(let key) where key.isIndexed && key.type != .exclusion:
                (isUnique, columns) = (true, key.columns)
            default: return nil
            }
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
    static func partition(of index: ObjectID, _ context: ObjectPlan) -> ObjectID? {
        context.from.parent(of: index).map { ObjectID(.partition, path: $0.path) }
    }

    /// The partitions whose indexes stay where the one they are attached to goes: they are detached before.
    static func keepers(of whole: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
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

    /// The indexes and keys that the tables above a partition lose: they would find a part in it, or make one.
    static func lostIndexes(above partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        InheritanceTree.ancestors(of: partition.path, in: context.to).flatMap { table in
            (context.oldParts[ObjectID(.table, path: table)] ?? []).filter { part in
                guard context.isTornDown(part) else { return false }
                return part.kind == .index
                    || context.from.body(part, as: Constraint.self).map(\.isIndexed) ?? false
            }
        }
    }

    /// The foreign keys that refer to what goes with an index or key: the server drops no whole while they are there.
    static func references(toPartsOf whole: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        attached(to: whole, context).flatMap { part in
            (context.dependents[part] ?? []).filter { $0.kind == .constraint && context.isTornDown($0) }
                + references(toPartsOf: part, context)
        }
    }
}
