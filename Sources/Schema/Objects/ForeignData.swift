/// A foreign data wrapper (`pg_foreign_data_wrapper`).
public struct ForeignDataWrapper: ObjectBody {
    package static let kind = Kind.foreignDataWrapper

    /// Its qualified name.
    public var handler: String?
    /// The qualified name of the function that checks options (`pg_foreign_data_wrapper.fdwvalidator`); `nil` for none.
    public var validator: String?
    /// `name=value`.
    public var options: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("handler", &handler)
        try v.field("validator", &validator)
        try v.unorderedField("options", &options)
    }
}

/// A foreign server (`pg_foreign_server`).
public struct Server: ObjectBody {
    package static let kind = Kind.server

    /// The name of its foreign data wrapper (`pg_foreign_server.srvfdw`).
    public var wrapper = ""
    /// `TYPE` of its declaration, whose meaning is the wrapper's (`pg_foreign_server.srvtype`).
    public var type: String?
    /// `VERSION` of its declaration, whose meaning is the wrapper's (`pg_foreign_server.srvversion`).
    public var version: String?
    /// `name=value`.
    public var options: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("wrapper", &wrapper)
        try v.field("type", &type)
        try v.field("version", &version)
        try v.unorderedField("options", &options)
    }
}

/// How a role logs in on a foreign server (`pg_user_mapping`). Its path is the server and the role, `PUBLIC` for all.
public struct UserMapping: ObjectBody {
    package static let kind = Kind.userMapping

    /// `name=value`.
    public var options: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.unorderedField("options", &options)
    }
}
