/// A table: ordinary, partitioned, a partition or foreign (`pg_class`), or a table of SQLite.
///
/// Columns, defaults and constraints are objects of their own.
public struct Table: ObjectBody {
    public static let kind = Kind.table

    public var unlogged = false
    /// As `pg_get_partkeydef` writes it: `RANGE (created)`.
    public var partitionKey: String?
    /// What the partition key does: `LIST`, `RANGE`, `HASH`; empty without one.
    public var partitionStrategy = Hint("")
    /// The columns that the partition key names, in expressions as well.
    public var partitionColumns = Hint<[String]>([])
    /// The columns and expressions of the partition key, without collations and operator classes.
    public var partitionParts = Hint<[String]>([])
    /// The parents of plain inheritance, in their order.
    public var inherits: [[String]] = []
    /// Schema and name of the type of a typed table.
    public var ofType: [String] = []
    /// `nil` for the default.
    public var accessMethod: String?
    public var tablespace: String?
    /// Storage parameters, as `name=value`; those of the TOAST table start with `toast.`.
    public var options: [String] = []
    public var rowSecurity = false
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
    public var declaration = Hint("")

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("unlogged", &unlogged)
        try v.visit("partition key", &partitionKey)
        try v.visit("partition strategy", &partitionStrategy)
        try v.visit("partition columns", &partitionColumns)
        try v.visit("partition parts", &partitionParts)
        try v.visit("inherits", &inherits)
        try v.visit("of type", &ofType)
        try v.visit("access method", &accessMethod)
        try v.visit("tablespace", &tablespace)
        try v.visit("options", &options)
        try v.visit("row security", &rowSecurity)
        try v.visit("forced row security", &forcedRowSecurity)
        try v.visit("replica identity", &replicaIdentity)
        try v.visit("cluster", &clusteredOn)
        try v.visit("server", &server)
        try v.visit("server options", &serverOptions)
        try v.visit("strict", &strict)
        try v.visit("without rowid", &withoutRowid)
        try v.visit("declaration", &declaration)
    }
}
