/// A column of a view of which more is said than the view's query says: a default, a comment, a grant; of a materialized
/// view also how its values are kept.
public struct ViewColumn: ObjectBody {
    public static let kind = Kind.viewColumn

    /// The default that `INSERT` into the view uses.
    public var defaultExpression: String?
    /// As in ``Column/storage``, and so on.
    public var storage: String?
    public var compression: String?
    public var statistics: Int?
    public var options: [String] = []
    /// For the storage that is usual.
    public var type = Hint("")

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("default", &defaultExpression)
        try v.visit("storage", &storage)
        try v.visit("compression", &compression)
        try v.visit("statistics", &statistics)
        try v.visit("options", &options)
        try v.visit("type", &type)
    }
}
