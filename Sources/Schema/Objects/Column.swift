/// A column of a table (`pg_attribute`; `pragma_table_xinfo`).
public struct Column: ObjectBody {
    package static let kind = Kind.column

    /// Counted from 1; the order of columns is not compared.
    public var position = NotCompared(0)
    /// As `format_type` writes it, or as SQLite's declaration has it.
    public var type = ""
    /// A qualified name; `nil` when it is the type's own.
    public var collation: String?
    /// Whether NULL is refused (`pg_attribute.attnotnull`; `notnull` of `pragma_table_xinfo`).
    public var notNull = false
    /// The name that somebody gave to the NOT NULL constraint (server 18; SQLite); `nil` where the server chose it.
    public var notNullName: String?
    /// The name of the NOT NULL constraint as it is, where the server chose it and would now choose another.
    public var notNullActualName: NotCompared<String?> = NotCompared(nil)
    /// A column that comes from a parent alone refuses NULL where the parent does not.
    public var notNullOwn = false
    /// The column is declared here and its NOT NULL constraint comes from a parent, or the other way round (server 18).
    public var notNullOriginDiffers = false
    /// `NOT NULL ... NO INHERIT` (server 18).
    public var notNullNoInherit = false
    /// `NOT NULL ... NOT VALID` (server 18): rows from before it may hold NULL.
    public var notNullNotValid = false
    /// The comment on the NOT NULL constraint (server 18).
    public var notNullComment: String?
    /// `ALWAYS` or `BY DEFAULT`.
    public var identity: String?
    /// The options of the identity's sequence that differ from the defaults of its type, such as `INCREMENT BY 2`.
    public var identityOptions: [String] = []
    /// Schema and name of the identity's sequence.
    public var identitySequence: [String] = []
    /// The expression of a generated column.
    public var generated: String?
    /// A generated column that is computed when read.
    public var virtual = false
    /// `PLAIN`, `MAIN`, `EXTERNAL` or `EXTENDED`, when it is not the type's own.
    public var storage: String?
    /// `pglz` or `lz4` (`pg_attribute.attcompression`); `nil` for the server's default.
    public var compression: String?
    /// The statistics target (`pg_attribute.attstattarget`); `nil` for the server's default.
    public var statistics: Int?
    /// `n_distinct` and the like; for a foreign table also its column options.
    public var options: [String] = []
    /// Options of a foreign table's column.
    public var serverOptions: [String] = []
    /// It comes from a parent only, and is not declared here.
    public var inherited = false
    /// SQLite: the text of the column's definition.
    public var declaration = NotCompared("")

    package init() {}

    /// Whether NULL is refused by a constraint of the table's own, beside one of a parent or without one.
    public var ownsNotNull: Bool { notNull && (notNullOwn || inherited == notNullOriginDiffers) }

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("position", &position)
        try v.field("type", &type)
        try v.field("collation", &collation)
        try v.field("not null", &notNull)
        try v.field("not null constraint", &notNullName)
        try v.field("not null constraint name", &notNullActualName)
        try v.field("not null own", &notNullOwn)
        try v.field("not null apart", &notNullOriginDiffers)
        try v.field("not null no inherit", &notNullNoInherit)
        try v.field("not null not valid", &notNullNotValid)
        try v.field("not null comment", &notNullComment)
        try v.field("identity", &identity)
        try v.field("identity options", &identityOptions)
        try v.field("identity sequence", &identitySequence)
        try v.field("generated", &generated)
        try v.field("virtual", &virtual)
        try v.field("storage", &storage)
        try v.field("compression", &compression)
        try v.field("statistics", &statistics)
        try v.field("options", &options)
        try v.unorderedField("server options", &serverOptions)
        try v.field("inherited", &inherited)
        try v.field("declaration", &declaration)
    }
}

/// The default of a column (`pg_attrdef`); the path is the column's.
public struct ColumnDefault: ObjectBody {
    package static let kind = Kind.columnDefault

    /// As `pg_get_expr` writes `pg_attrdef.adbin`, or as SQLite's declaration has it.
    public var expression = ""
    /// Whether it is NULL, which is as good as none.
    public var isNull = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("expression", &expression)
        try v.field("null", &isNull)
    }
}
