/// A conversion between encodings (`pg_conversion`).
public struct Conversion: ObjectBody {
    public static let kind = Kind.conversion

    public var source = ""
    public var destination = ""
    /// Its qualified name.
    public var function = ""
    public var isDefault = false

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("source", &source)
        try v.visit("destination", &destination)
        try v.visit("function", &function)
        try v.visit("default", &isDefault)
    }
}
