/// The owner of an object, when it is not the role that reads or writes the schema.
public struct Owner: ObjectBody {
    package static let kind = Kind.owner

    /// The name of the role.
    public var role = ""

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("role", &role)
    }
}

/// The privileges of one role on one object, when they are not what the owner alone would give.
///
/// The last part of the path is the grantee; `PUBLIC` in capitals stands for everybody. An empty list says that default privileges are taken away.
public struct Grant: ObjectBody {
    package static let kind = Kind.grant

    /// `SELECT`, `USAGE` ...
    public var privileges: [String] = []
    /// Those of them that may be passed on.
    public var grantable: [String] = []

    /// What the grantee would have if nothing had been granted or revoked.
    public var usual = NotCompared<[String]>([])

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("privileges", &privileges)
        try v.field("grantable", &grantable)
        try v.field("usual", &usual)
    }
}

/// What new objects of a role get (`pg_default_acl`).
///
/// The path is the role, the schema (empty for all), the kind of object and the grantee.
public struct DefaultPrivileges: ObjectBody {
    package static let kind = Kind.defaultPrivileges

    /// What the grantee gets on a new object: `SELECT`, `USAGE` ...
    public var privileges: [String] = []
    /// Those of them that may be passed on.
    public var grantable: [String] = []

    /// What the grantee would have if nothing had been said.
    public var usual = NotCompared<[String]>([])

    /// Whether the role is the one that reads the schema, and so makes its objects.
    public var ofCurrentUser = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("privileges", &privileges)
        try v.field("grantable", &grantable)
        try v.field("usual", &usual)
        try v.field("of current user", &ofCurrentUser)
    }
}
