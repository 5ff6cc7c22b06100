import AutogenSchema

/// What decides to which partition of a table a row belongs.
enum PartitionKey {
    /// Whether a column is one of those. The server drops none such, and changes no type of one; but the table has no
    /// rows of its own, so it is made anew and its partitions are attached again.
    static func holds(_ column: String, of table: ObjectID, in catalog: Catalog) -> Bool {
        catalog.body(table, as: Table.self)?.partitionColumns.value.contains(column) ?? false
    }
}
