import AutogenSchema

/// The order in which partitions and the indexes and keys of their table meet.
///
/// When a partition is attached, the server looks for a part of each index of the whole, and makes one where it finds none
/// that is valid (`docs/partitions.md`). So what is new of the whole is made after its partitions are attached. Where it is
/// there before, a partition has its part before it is attached; and where a partition is to have none, the whole's is made
/// again after it is attached.
enum PartitionIndexes {
    /// The parts that a partition has before it is attached, and what makes them valid.
    static func parts(ofPartition partition: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        (context.newParts[ObjectID(.table, path: partition.path)] ?? []).flatMap { part -> [ObjectID] in
            guard part.kind == .index || part.kind == .constraint else { return [] }
            let index = StatementHosts.indexID(of: part)
            let wholes = StatementHosts.attached(index, in: context.to)
            guard !wholes.isEmpty, !wholes.contains(where: { comesLater($0, context) }) else { return [] }
            return [part] + attachments(to: index.path, context)
        }
    }

    /// Whether a whole is made once its partitions are there: an index always, a key where its table is there before.
    private static func comesLater(_ whole: ObjectID, _ context: ObjectPlan) -> Bool {
        context.isMade(whole)
            && (whole.kind == .index || !context.isMade(ObjectID(.table, path: whole.relationPath)))
    }

    /// The attachments to an index, and to those that are attached to it.
    private static func attachments(to index: [String], _ context: ObjectPlan) -> [ObjectID] {
        context.created.union(context.recreated).filter { id in
            id.kind == .indexPartition && context.to.body(id, as: IndexPartition.self)?.parent == index
        }.flatMap { [$0] + attachments(to: $0.path, context) }
    }

    /// The indexes and keys of the whole of which a partition has no valid part.
    static func missing(in partition: ObjectID, _ body: Partition, _ context: ObjectPlan) -> Set<ObjectID> {
        Set(
            (context.newParts[ObjectID(.table, path: body.parent)] ?? []).filter {
                isIndex($0, context) && !isWhole(StatementHosts.indexID(of: $0).path, on: partition.path, context)
            })
    }

    /// The new partitions that have no valid part of an index or key of their whole.
    static func lackers(of whole: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard let table = context.to.parent(of: whole), isIndex(whole, context) else { return [] }
        return PartitionOrdering.partitions(of: table.path, context).filter {
            !isWhole(StatementHosts.indexID(of: whole).path, on: $0.path, context)
        }
    }

    /// Those of exclusion constraints are always the server's.
    private static func isIndex(_ id: ObjectID, _ context: ObjectPlan) -> Bool {
        if id.kind == .index { return true }
        guard let key = context.to.body(id, as: Constraint.self) else { return false }
        return key.isIndexed && key.type != .exclusion
    }

    /// Whether a partition has its part of an index, and its own partitions have theirs of that.
    private static func isWhole(_ index: [String], on table: [String], _ context: ObjectPlan) -> Bool {
        // The server makes none on a foreign table.
        if context.to.body(ObjectID(.table, path: table), as: Table.self)?.server != nil { return true }
        let part = (context.newParts[ObjectID(.table, path: table)] ?? []).first { id in
            let attachment = ObjectID(.indexPartition, path: StatementHosts.indexID(of: id).path)
            return isIndex(id, context) && context.to.body(attachment, as: IndexPartition.self)?.parent == index
        }
        guard let part else { return false }
        guard context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else { return true }
        return context.to.ids(of: .partition).allSatisfy {
            context.to.body($0, as: Partition.self)?.parent != table
                || isWhole(StatementHosts.indexID(of: part).path, on: $0.path, context)
        }
    }
}
