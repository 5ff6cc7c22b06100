/// A foreign server (`pg_foreign_server`).
public struct Server: ObjectBody {
    public static let kind = Kind.server

    public var wrapper = ""
    public var type: String?
    public var version: String?
    /// `name=value`.
    public var options: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("wrapper", &wrapper)
        try v.visit("type", &type)
        try v.visit("version", &version)
        try v.visit("options", &options)
    }
}
