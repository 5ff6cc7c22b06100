import AutogenDiff
import AutogenSchema

/// The order in which partitions and their indexes meet.
///
/// When a partition is attached, the server looks for a match to each index of the parent, and makes one where there is
/// none. So an index of the parent that is new is made after the partitions are attached, and where the parent's index
/// is there before, the partition has its own before it is attached.
enum Attachments {
    static func predecessors(of object: SchemaObject, in context: PlanContext) -> [ObjectID] {
        switch object.definition {
        case .partition: indexes(ofPartition: object.id, context)
        case .index(let index): partitions(of: index.table, context)
        case .column: heirs(of: object.id, context)
        case .namespace, .extension, .collation, .enumType, .domain, .compositeType, .rangeType, .sequence, .function,
            .aggregate, .table, .columnDefault, .sequenceOwner, .constraint, .domainConstraint,
            .indexPartition, .virtualTable, .view, .materializedView, .viewColumn, .rule, .trigger, .policy,
            .eventTrigger, .owner, .grant, .defaultPrivileges, .comment:
            []
        }
    }

    private static func indexes(ofPartition partition: ObjectID, _ context: PlanContext) -> [ObjectID] {
        (context.newParts[ObjectID(.table, path: partition.path)] ?? []).filter { part in
            guard part.kind == .index || part.kind == .constraint else { return false }
            let attachment = ObjectID(.indexPartition, path: [part.path.first ?? "", part.name])
            guard let parent = context.to.body(attachment, as: IndexPartition.self)?.parent else { return false }
            return !context.isMade(ObjectID(.index, path: parent))
        }
    }

    /// A table that begins to inherit does so before its parent gets new columns, so that they come to it as well.
    private static func heirs(of column: ObjectID, _ context: PlanContext) -> [ObjectID] {
        context.altered.values.filter { alteration in
            guard case .table(let to) = alteration.to.definition, case .table(let from) = alteration.from.definition
            else { return false }
            let parent = column.relationPath
            return to.inherits.contains(parent) && !from.inherits.contains(parent)
        }.map(\.id)
    }

    private static func partitions(of table: [String], _ context: PlanContext) -> [ObjectID] {
        guard context.to.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey != nil else { return [] }
        return context.created.union(context.rebuilt).filter { id in
            id.kind == .partition && context.to.body(id, as: Partition.self)?.parent == table
        }
    }
}
