/// An installed extension (`pg_extension`). The objects it owns are not part of the catalog.
public struct Extension: ObjectBody {
    package static let kind = Kind.extension

    /// The schema that its objects are in (`pg_extension.extnamespace`).
    public var schema = ""
    /// The installed version (`pg_extension.extversion`).
    public var version = ""
    /// Whether its objects can't be moved to another schema (`pg_extension.extrelocatable` is false).
    public var hasFixedSchema = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("schema", &schema)
        try v.field("version", &version)
        try v.field("fixed schema", &hasFixedSchema)
    }
}

/// A procedural language (`pg_language`).
public struct Language: ObjectBody {
    package static let kind = Kind.language

    /// Whether roles other than superusers may write functions in it (`pg_language.lanpltrusted`).
    public var trusted = false
    /// The qualified name of its call handler.
    public var handler = ""
    /// The qualified name of the function that runs `DO` blocks (`pg_language.laninline`); `nil` for none.
    public var inline: String?
    /// The qualified name of the function that checks new functions (`pg_language.lanvalidator`); `nil` for none.
    public var validator: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("trusted", &trusted)
        try v.field("handler", &handler)
        try v.field("inline", &inline)
        try v.field("validator", &validator)
    }
}

/// An access method of tables or indexes (`pg_am`).
public struct AccessMethod: ObjectBody {
    package static let kind = Kind.accessMethod

    /// `INDEX` or `TABLE`.
    public var type = ""
    /// Its qualified name.
    public var handler = ""

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("type", &type)
        try v.field("handler", &handler)
    }
}
