/// A foreign data wrapper (`pg_foreign_data_wrapper`).
public struct ForeignDataWrapper: ObjectBody {
    public static let kind = Kind.foreignDataWrapper

    /// Its qualified name.
    public var handler: String?
    public var validator: String?
    /// `name=value`.
    public var options: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("handler", &handler)
        try v.visit("validator", &validator)
        try v.visit("options", &options)
    }
}

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

/// How a role logs in on a foreign server (`pg_user_mapping`). Its path is the server and the role, `PUBLIC` for all.
public struct UserMapping: ObjectBody {
    public static let kind = Kind.userMapping

    /// `name=value`.
    public var options: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("options", &options)
    }
}
