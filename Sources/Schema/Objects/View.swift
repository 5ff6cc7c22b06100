/// A view (`pg_get_viewdef`).
public struct View: ObjectBody {
    package static let kind = Kind.view

    /// The query, without a closing semicolon.
    public var definition = ""
    /// Names and types, in their order.
    public var columns: [CompositeType.Attribute] = []
    /// `security_barrier=true`, `check_option=local` and the like.
    public var options: [String] = []
    /// SQLite: the statement as its author wrote it.
    public var declaration = NotCompared("")
    /// SQLite: why it can't be read, such as `no such column: a`.
    public var flaw: NotCompared<String?> = NotCompared(nil)
    /// SQLite: it names a function or collation of the application's, and only that knows whether the rest of it resolves.
    public var needsApplication = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("definition", &definition)
        try v.field("columns", &columns)
        try v.field("options", &options)
        try v.field("declaration", &declaration)
        try v.field("flaw", &flaw)
        try v.field("needs application", &needsApplication)
    }
}

/// A materialized view.
public struct MaterializedView: ObjectBody {
    package static let kind = Kind.materializedView

    /// The query, without a closing semicolon.
    public var definition = ""
    /// Names and types, in their order.
    public var columns: [CompositeType.Attribute] = []
    /// Storage parameters, as `name=value` (`pg_class.reloptions`).
    public var options: [String] = []
    /// The table access method that keeps its rows (`pg_class.relam`); `nil` for the default.
    public var accessMethod: String?
    /// The tablespace it is kept in (`pg_class.reltablespace`); `nil` for the database's own.
    public var tablespace: String?
    /// `WITH NO DATA`.
    public var unpopulated = false
    /// The index that `CLUSTER` sorts by (`pg_index.indisclustered`).
    public var clusteredOn: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("definition", &definition)
        try v.field("columns", &columns)
        try v.field("options", &options)
        try v.field("access method", &accessMethod)
        try v.field("tablespace", &tablespace)
        try v.field("unpopulated", &unpopulated)
        try v.field("cluster", &clusteredOn)
    }
}

/// A column of a view of which more is said than the view's query says: a default, a comment, a grant; of a materialized
/// view also how its values are kept.
public struct ViewColumn: ObjectBody {
    package static let kind = Kind.viewColumn

    /// The default that `INSERT` into the view uses.
    public var defaultExpression: String?
    /// As in ``Column/storage``, and so on.
    public var storage: String?
    /// As in ``Column/compression``.
    public var compression: String?
    /// As in ``Column/statistics``.
    public var statistics: Int?
    /// As in ``Column/options``.
    public var options: [String] = []
    /// For the storage that is usual.
    public var type = NotCompared("")

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("default", &defaultExpression)
        try v.field("storage", &storage)
        try v.field("compression", &compression)
        try v.field("statistics", &statistics)
        try v.field("options", &options)
        try v.field("type", &type)
    }
}
