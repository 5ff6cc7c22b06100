import AutogenSchema

/// What decides to which partition of a table a row belongs.
enum PartitionKey {
    /// Whether a column is one of those. The server drops none such, and changes no type of one; but the table has no
    /// rows of its own, so it is made anew and its partitions are attached again.
    static func holds(_ column: String, of table: ObjectID, in catalog: Catalog) -> Bool {
        catalog.body(table, as: Table.self)?.partitionColumns.value.contains(column) ?? false
    }

    /// The table that a column divides, if it does.
    static func table(dividedBy id: ObjectID, in catalog: Catalog) -> ObjectID? {
        guard id.kind == .column, let table = catalog.parents[id], holds(id.name, of: table, in: catalog) else {
            return nil
        }
        return table
    }
}
