/// A table or view that is there.
struct RelationFact: Sendable {
    enum Form: Sendable { case table, partitioned, partition, typed, view, materializedView }

    let form: Form
    let path: [String]
    var columns: [ColumnFact]
    /// Columns that a foreign key may name.
    var keys: [[String]] = []
    /// Columns that each unique index of a partitioned table must have; `nil` where no such index can be.
    var partitionKey: [String]? = []
    /// The table that it is a partition of.
    var whole: [String]?
    var isUnlogged = false
    /// The topmost table it is a partition of, or itself.
    var root: [String] = []
    /// Whether a `CREATE VIEW` is simple enough that rows can be written through it.
    var isUpdatable = false
    var hasChildren = false
    var isChild = false

    var quoted: String { Names.quoted(path) }
    var isTable: Bool { form != .view && form != .materializedView }
    func column(_ name: String) -> ColumnFact? { columns.first { $0.name == name } }
}
