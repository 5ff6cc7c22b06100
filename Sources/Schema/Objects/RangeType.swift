/// A range type (`pg_range`), with its multirange type.
public struct RangeType: ObjectBody {
    public static let kind = Kind.rangeType

    public var subtype = ""
    /// `nil` for the default operator class of the subtype.
    public var subtypeOperatorClass: String?
    public var collation: String?
    public var canonical: String?
    public var subtypeDiff: String?
    /// The qualified name of the multirange type.
    public var multirange = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("subtype", &subtype)
        try v.visit("subtype opclass", &subtypeOperatorClass)
        try v.visit("collation", &collation)
        try v.visit("canonical", &canonical)
        try v.visit("subtype diff", &subtypeDiff)
        try v.visit("multirange", &multirange)
    }
}
