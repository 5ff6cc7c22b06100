/// An index (`pg_index`, `pragma_index_xinfo`). Those behind a constraint belong to the constraint.
public struct Index: ObjectBody {
    public static let kind = Kind.index

    /// Schema and name of the table or materialized view.
    public var table: [String] = []
    /// As `pg_get_indexdef` writes it, or the tokens of SQLite's statement.
    public var definition = ""
    public var unique = false
    /// The plain columns among its keys.
    public var columns: [String] = []
    public var tablespace: String?
    /// Left behind by a failed `CONCURRENTLY`.
    public var invalid = false
    /// Statistics targets of expression columns, as `position=target`.
    public var statistics: [String] = []
    /// SQLite: the statement as its author wrote it.
    public var declaration = Hint("")

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("table", &table)
        try v.visit("definition", &definition)
        try v.visit("unique", &unique)
        try v.visit("columns", &columns)
        try v.visit("tablespace", &tablespace)
        try v.visit("invalid", &invalid)
        try v.visit("statistics", &statistics)
        try v.visit("declaration", &declaration)
    }
}
