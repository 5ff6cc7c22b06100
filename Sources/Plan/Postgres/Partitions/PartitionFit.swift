import AutogenSchema

/// Says where the rows of a table may not belong to the partition it becomes.
enum PartitionFit {
    static func hazards(of id: ObjectID, _ body: Partition, in context: ObjectPlan) -> [Hazard] {
        let table = ObjectID(.table, path: id.path)
        guard context.from.contains(table), !context.isMade(table), !body.isDefault else { return [] }
        let parent = ObjectID(.table, path: body.parent)
        let key = context.to.body(parent, as: Table.self)?.partitionKey ?? ""
        let wasHere = context.from.body(id, as: Partition.self)?.parent == body.parent
        guard wasHere, context.from.body(parent, as: Table.self)?.partitionKey == key else {
            return [Hazard.mayFail("fails if a row of \(id.name) lies outside of its bound")]
        }
        let columns = (context.newParts[parent] ?? []).filter {
            $0.kind == .column && PartitionKey.holds($0.name, of: parent, in: context.to)
        }
        guard let changed = columns.first(where: { moves($0, of: parent, in: context) }) else { return [] }
        let why = "the values of \(changed.name) have another place with their new type"
        return [Hazard.mayFail("fails if a row of \(id.name) belongs to another partition: \(why)")]
    }

    /// Whether the values of a column of the key may belong elsewhere once its type has changed.
    ///
    /// An enum hashes and compares its values by the labels' own numbers, which are others when it is made anew.
    private static func moves(_ column: ObjectID, of table: ObjectID, in context: ObjectPlan) -> Bool {
        let isRemade = ColumnTypeChange.isRemade(column, in: context)
        guard let old = context.from.body(column, as: Column.self)?.type,
            let new = context.to.body(column, as: Column.self)?.type
        else { return false }
        if old != new { return !TypeFamily.areClose(old, new) }
        return isRemade && context.to.body(table, as: Table.self)?.partitionStrategy.value != "LIST"
    }
}
