/// An installed extension (`pg_extension`). The objects it owns are not part of the catalog.
public struct Extension: ObjectBody {
    public static let kind = Kind.extension

    public var schema = ""
    public var version = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("schema", &schema)
        try v.visit("version", &version)
    }
}
