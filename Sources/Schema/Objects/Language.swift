/// A procedural language (`pg_language`).
public struct Language: ObjectBody {
    public static let kind = Kind.language

    public var trusted = false
    /// The qualified name of its call handler.
    public var handler = ""
    public var inline: String?
    public var validator: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("trusted", &trusted)
        try v.visit("handler", &handler)
        try v.visit("inline", &inline)
        try v.visit("validator", &validator)
    }
}
