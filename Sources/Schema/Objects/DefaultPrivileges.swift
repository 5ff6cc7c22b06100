/// What new objects of a role get (`pg_default_acl`).
///
/// The path is the role, the schema (empty for all), the kind of object and the grantee.
public struct DefaultPrivileges: ObjectBody {
    public static let kind = Kind.defaultPrivileges

    public var privileges: [String] = []
    public var grantable: [String] = []

    /// What the grantee would have if nothing had been said.
    public var usual = Hint<[String]>([])

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("privileges", &privileges)
        try v.visit("grantable", &grantable)
        try v.visit("usual", &usual)
    }
}
