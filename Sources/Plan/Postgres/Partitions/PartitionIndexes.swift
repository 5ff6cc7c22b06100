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
            // What is there already is valid, and stays so whatever comes below it.
            return context.isMade(part) ? [part] + attachments(to: index.path, context) : []
        }
    }

    /// Whether a whole is made once its partitions are there: an index always, a key where its table is there before.
    private static func comesLater(_ whole: ObjectID, _ context: ObjectPlan) -> Bool {
        context.isMade(whole)
            && (whole.kind == .index || !context.isMade(ObjectID(.table, path: whole.relationPath)))
    }

    /// Whether an index or key has parts that would not come back as they are: where the type of one of its columns changes,
    /// the server makes it again with new parts, which have names of its own choice and nothing that is said of the old ones
    /// (`ATPostAlterTypeCleanup` in `src/backend/commands/tablecmds.c`).
    ///
    /// It gives parts to partitions that had none, too.
    static func losesParts(_ whole: ObjectID, in context: ObjectPlan) -> Bool {
        let parts = IndexParts.attached(to: whole, context)
        return isWithoutPart(whole, parts, context)
            || parts.contains { !isUsual($0, of: whole, context) || losesParts($0, in: context) }
    }

    /// Whether a partition has no part of an index of the whole, which was made for the whole alone.
    private static func isWithoutPart(_ whole: ObjectID, _ parts: [ObjectID], _ context: ObjectPlan) -> Bool {
        guard let table = context.from.parent(of: whole), isIndex(context.from[whole]?.definition),
            context.from.body(table, as: Table.self)?.partitionKey != nil
        else { return false }
        let tables = Set(parts.compactMap { context.from.parent(of: $0)?.path })
        return (context.dependents[table] ?? []).contains { id in
            id.kind == .partition && !tables.contains(id.path)
                && context.from.body(id, as: Partition.self)?.parent == table.path
                && context.from.body(ObjectID(.table, path: id.path), as: Table.self)?.server == nil
        }
    }

    private static func isUsual(_ part: ObjectID, of whole: ObjectID, _ context: ObjectPlan) -> Bool {
        let isSaid = (context.dependents[part] ?? []).contains { $0.kind == .comment || $0.kind == .securityLabel }
        guard !isSaid, let tableID = context.from.parent(of: part),
            let table = context.from.body(tableID, as: Table.self)
        else { return false }
        guard table.clusteredOn != part.name, table.replicaIdentity != .index(part.name) else { return false }
        switch (context.from[part]?.definition, context.from[whole]?.definition) {
        case (.index(let own), .index(let above)):
            return own.statistics.isEmpty && !own.hasExpressions.value && own.tablespace == above.tablespace
                && own.parameters.value == above.parameters.value
                && part.name == usualName(of: own.columns, "idx", on: tableID)
        case (.constraint(let own), .constraint(let above)):
            let name =
                own.type == .primaryKey
                ? usualName(of: [], "pkey", on: tableID)
                : usualName(of: own.columns + own.included.value, "key", on: tableID)
            return own.options == above.options && own.tablespace == above.tablespace && part.name == name
        default: return false
        }
    }

    /// The name that the server chooses where it needs no shortening; a longer one counts as somebody's own.
    private static func usualName(of columns: [String], _ ending: String, on table: ObjectID) -> String? {
        let name = ([table.name] + columns + [ending]).joined(separator: "_")
        return name.utf8.count < 64 ? name : nil
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
    private static func isIndex(_ id: ObjectID, _ context: ObjectPlan) -> Bool { isIndex(context.to[id]?.definition) }

    private static func isIndex(_ definition: Definition?) -> Bool {
        switch definition {
        case .index: true
        case .constraint(let key): key.isIndexed && key.type != .exclusion
        default: false
        }
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
