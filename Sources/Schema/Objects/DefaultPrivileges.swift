/// What new objects of a role get (`pg_default_acl`).
///
/// The path is the role, the schema (empty for all), the kind of object and the grantee.
public struct DefaultPrivileges: ObjectBody {
    public static let kind = Kind.defaultPrivileges

    public var privileges: [String] = []
    public var grantable: [String] = []

    /// What the grantee would have if nothing had been said.
    public var usual = Hint<[String]>([])

    /// Whether the role is the one that reads the schema, and so makes its objects.
    public var ofCurrentUser = Hint(false)

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("privileges", &privileges)
        try v.visit("grantable", &grantable)
        try v.visit("usual", &usual)
        try v.visit("of current user", &ofCurrentUser)
    }
}
