/// An access method of tables or indexes (`pg_am`).
public struct AccessMethod: ObjectBody {
    public static let kind = Kind.accessMethod

    /// `INDEX` or `TABLE`.
    public var type = ""
    /// Its qualified name.
    public var handler = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("type", &type)
        try v.visit("handler", &handler)
    }
}
