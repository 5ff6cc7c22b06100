/// An index (`pg_index`, `pragma_index_xinfo`). Those behind a constraint belong to the constraint.
public struct Index: ObjectBody {
    package static let kind = Kind.index

    /// Schema and name of the table or materialized view.
    public var table: [String] = []
    /// As `pg_get_indexdef` writes it, or the tokens of SQLite's statement.
    public var definition = ""
    /// Whether no two rows may have the same keys (`pg_index.indisunique`; `unique` of `pragma_index_list`).
    public var unique = false
    /// The plain columns among its keys.
    public var columns: [String] = []
    /// The tablespace it is kept in (`pg_class.reltablespace`); `nil` for the database's own.
    public var tablespace: String?
    /// Left behind by a failed `CONCURRENTLY`.
    public var invalid = false
    /// Statistics targets of expression columns, as `position=target`.
    public var statistics: [String] = []
    /// The access method; empty where nothing is known but the definition.
    public var method = NotCompared("")
    /// What stands behind the access method: `(lower(name), id) INCLUDE (email) NULLS NOT DISTINCT`.
    public var columnClause = NotCompared("")
    /// Storage parameters, as `name=value`.
    public var parameters = NotCompared<[String]>([])
    /// The condition of a partial index.
    public var predicate: NotCompared<String?> = NotCompared(nil)
    /// Whether some key is an expression.
    public var hasExpressions = NotCompared(false)
    /// SQLite: partial, over expressions, or with a collation of its own, so that no foreign key can refer to it.
    public var restricted = NotCompared(false)
    /// SQLite: a column of its condition is written with its table's name, as `"users"."age"`.
    public var namesTable = NotCompared(false)
    /// SQLite: the statement as its author wrote it.
    public var declaration = NotCompared("")

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("table", &table)
        try v.field("definition", &definition)
        try v.field("unique", &unique)
        try v.field("columns", &columns)
        try v.field("tablespace", &tablespace)
        try v.field("invalid", &invalid)
        try v.field("statistics", &statistics)
        try v.field("method", &method)
        try v.field("keys", &columnClause)
        try v.field("parameters", &parameters)
        try v.field("predicate", &predicate)
        try v.field("has expressions", &hasExpressions)
        try v.field("restricted", &restricted)
        try v.field("names table", &namesTable)
        try v.field("declaration", &declaration)
    }
}

/// The place of an index among the partitions of a partitioned index (`ALTER INDEX ... ATTACH PARTITION`); the path is the partition's.
public struct IndexPartition: ObjectBody {
    package static let kind = Kind.indexPartition

    /// Schema and name of the partitioned index.
    public var parent: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("parent", &parent)
    }
}
