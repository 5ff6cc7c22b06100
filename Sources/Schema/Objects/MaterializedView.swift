/// A materialized view.
public struct MaterializedView: ObjectBody {
    public static let kind = Kind.materializedView

    /// The query, without a closing semicolon.
    public var definition = ""
    /// Names and types, in their order.
    public var columns: [CompositeType.Attribute] = []
    public var options: [String] = []
    public var accessMethod: String?
    public var tablespace: String?
    /// `WITH NO DATA`.
    public var unpopulated = false

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("definition", &definition)
        try v.visit("columns", &columns)
        try v.visit("options", &options)
        try v.visit("access method", &accessMethod)
        try v.visit("tablespace", &tablespace)
        try v.visit("unpopulated", &unpopulated)
    }
}
