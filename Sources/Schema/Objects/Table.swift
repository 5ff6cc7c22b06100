/// A table: ordinary, partitioned, a partition or foreign (`pg_class`), or a table of SQLite.
///
/// Columns, defaults and constraints are objects of their own.
public struct Table: ObjectBody {
    package static let kind = Kind.table

    /// Whether it is `UNLOGGED`, and so empty after a crash (`pg_class.relpersistence` `u`).
    public var unlogged = false
    /// As `pg_get_partkeydef` writes it: `RANGE (created)`.
    public var partitionKey: String?
    /// What the partition key does: `LIST`, `RANGE`, `HASH`; empty without one.
    public var partitionStrategy = NotCompared("")
    /// The columns that the partition key names, in expressions as well.
    public var partitionColumns = NotCompared<[String]>([])
    /// The columns and expressions of the partition key, without collations and operator classes.
    public var partitionParts = NotCompared<[String]>([])
    /// The parents of plain inheritance, in their order.
    public var inherits: [[String]] = []
    /// Schema and name of the type of a typed table.
    public var ofType: [String] = []
    /// `nil` for the default.
    public var accessMethod: String?
    /// The tablespace it is kept in (`pg_class.reltablespace`); `nil` for the database's own.
    public var tablespace: String?
    /// Storage parameters, as `name=value`; those of the TOAST table start with `toast.`.
    public var options: [String] = []
    /// Whether policies decide which rows others see (`pg_class.relrowsecurity`).
    public var rowSecurity = false
    /// Whether they also bind the owner (`pg_class.relforcerowsecurity`).
    public var forcedRowSecurity = false
    /// What identifies rows to subscribers.
    public var replicaIdentity = ReplicaIdentity.default
    /// The name of the index that `CLUSTER` uses.
    public var clusteredOn: String?
    /// The server of a foreign table.
    public var server: String?
    /// `name=value` options of a foreign table.
    public var serverOptions: [String] = []
    /// SQLite: `STRICT`.
    public var strict = false
    /// SQLite: `WITHOUT ROWID`.
    public var withoutRowid = false
    /// SQLite: the text of the `CREATE TABLE` statement.
    public var declaration = NotCompared("")

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("unlogged", &unlogged)
        try v.field("partition key", &partitionKey)
        try v.field("partition strategy", &partitionStrategy)
        try v.field("partition columns", &partitionColumns)
        try v.field("partition parts", &partitionParts)
        try v.field("inherits", &inherits)
        try v.field("of type", &ofType)
        try v.field("access method", &accessMethod)
        try v.field("tablespace", &tablespace)
        try v.field("options", &options)
        try v.field("row security", &rowSecurity)
        try v.field("forced row security", &forcedRowSecurity)
        try v.field("replica identity", &replicaIdentity)
        try v.field("cluster", &clusteredOn)
        try v.field("server", &server)
        try v.unorderedField("server options", &serverOptions)
        try v.field("strict", &strict)
        try v.field("without rowid", &withoutRowid)
        try v.field("declaration", &declaration)
    }
}

/// The place of a table among the partitions of another (`ATTACH PARTITION`); the path is the partition's.
public struct Partition: ObjectBody {
    package static let kind = Kind.partition

    /// Schema and name of the partitioned table.
    public var parent: [String] = []
    /// `FOR VALUES ...` or `DEFAULT`.
    public var bound = ""
    /// The lists of values in the bound: one of a list or of a hash's modulus and remainder, two of a range; none of
    /// `DEFAULT`.
    public var values = NotCompared<[[String]]>([])

    /// Whether it takes the rows that no other partition takes.
    public var isDefault: Bool { values.value.isEmpty }

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("parent", &parent)
        try v.field("bound", &bound)
        try v.field("values", &values)
    }
}

/// A virtual table of SQLite. Its shadow tables are not part of the catalog.
public struct VirtualTable: ObjectBody {
    package static let kind = Kind.virtualTable

    /// `fts5`, `rtree` ...
    public var module = ""
    /// The tokens of the declaration.
    public var definition = ""
    /// Where its rows are, for the modules that are known.
    public var content = NotCompared(Content.unknown)
    /// The table or view that holds its rows, where ``content`` is `external`.
    public var contentTable = NotCompared("")
    /// The column of ``contentTable`` that numbers its rows, where it is told (`content_rowid='id'`).
    public var contentRowid = NotCompared("")
    /// The columns that its arguments name; of a full-text table without any, the one that it has then.
    public var columns = NotCompared<[String]>([])
    /// Those of an R*Tree that are only kept (`+label TEXT`), and no coordinates.
    public var auxiliaryColumns = NotCompared<[String]>([])
    /// The statement as its author wrote it.
    public var declaration = NotCompared("")

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("module", &module)
        try v.field("definition", &definition)
        try v.field("content", &content)
        try v.field("content table", &contentTable)
        try v.field("content rowid", &contentRowid)
        try v.field("columns", &columns)
        try v.field("auxiliary columns", &auxiliaryColumns)
        try v.field("declaration", &declaration)
    }
}

extension VirtualTable {
    /// Where a virtual table has its rows from.
    public enum Content: String, WordValue {
        /// It is of a module of which nothing is known.
        case unknown
        /// They are its own: R*Tree, and full text unless its arguments say otherwise.
        case own
        /// Another table's: `content='notes'`, of which full text keeps an index only
        /// (<https://www.sqlite.org/fts5.html#external_content_tables>).
        case external
        /// Nowhere: `content=''`, an index whose texts can't be read back.
        case none
        package static let absent = Content.unknown
    }
}
