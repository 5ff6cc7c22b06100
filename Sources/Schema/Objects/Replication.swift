/// A publication (`pg_publication`).
public struct Publication: ObjectBody {
    package static let kind = Kind.publication

    /// Whether every table of the database is published (`pg_publication.puballtables`).
    public var allTables = false
    /// With their column lists and conditions, as `CREATE PUBLICATION` takes them.
    public var tables: [String] = []
    /// The schemas whose tables are published.
    public var schemas: [String] = []
    /// `insert`, `update`, `delete`, `truncate`.
    public var publish: [String] = []
    /// Whether rows of partitions are published as those of their table (`pg_publication.pubviaroot`).
    public var viaRoot = false
    /// Which generated columns are published where no list of columns says so: `stored` or, absent, none (server 18).
    public var generatedColumns: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("all tables", &allTables)
        try v.field("tables", &tables)
        try v.field("schemas", &schemas)
        try v.field("publish", &publish)
        try v.field("via partition root", &viaRoot)
        try v.field("generated columns", &generatedColumns)
    }
}

/// A subscription to publications of another server (`pg_subscription`).
public struct Subscription: ObjectBody {
    package static let kind = Kind.subscription

    /// A libpq connection string.
    public var connection = ""
    /// The names of the publications on the other server (`pg_subscription.subpublications`).
    public var publications: [String] = []
    /// `streaming=on`: parameters that differ from what `CREATE SUBSCRIPTION` takes for granted.
    public var options: [String] = []
    /// The replication slot on the other server; `nil` for none.
    public var slot: String?
    /// Whether it runs now, which is no part of the schema.
    public var enabled: NotCompared<Bool> = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("connection", &connection)
        try v.field("publications", &publications)
        try v.field("options", &options)
        try v.field("slot", &slot)
        try v.field("enabled", &enabled)
    }
}
