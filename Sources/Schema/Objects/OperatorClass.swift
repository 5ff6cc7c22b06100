/// An operator class (`pg_opclass`). The last part of its path is the access method.
public struct OperatorClass: ObjectBody {
    public static let kind = Kind.operatorClass

    public var type = ""
    /// Whether indexes on the type use it when they name none.
    public var isDefault = false
    /// Its qualified name.
    public var family = ""
    /// The type that the index keeps, where it is another one.
    public var storage: String?
    /// As in ``OperatorFamily/members``.
    public var members: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("type", &type)
        try v.visit("default", &isDefault)
        try v.visit("family", &family)
        try v.visit("storage", &storage)
        try v.visit("members", &members)
    }
}
