/// A subscription to publications of another server (`pg_subscription`).
public struct Subscription: ObjectBody {
    public static let kind = Kind.subscription

    /// A libpq connection string.
    public var connection = ""
    public var publications: [String] = []
    /// `streaming=on`: parameters that differ from what `CREATE SUBSCRIPTION` takes for granted.
    public var options: [String] = []
    /// The replication slot on the other server; `nil` for none.
    public var slot: String?
    /// Whether it runs now, which is no part of the schema.
    public var enabled: Hint<Bool> = Hint(false)

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("connection", &connection)
        try v.visit("publications", &publications)
        try v.visit("options", &options)
        try v.visit("slot", &slot)
        try v.visit("enabled", &enabled)
    }
}
