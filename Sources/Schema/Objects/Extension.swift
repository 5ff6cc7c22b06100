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
