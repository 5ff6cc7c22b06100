/// The privileges of one role on one object, when they are not what the owner alone would give.
///
/// The last part of the path is the grantee; `PUBLIC` in capitals stands for everybody. An empty list says that default privileges are taken away.
public struct Grant: ObjectBody {
    public static let kind = Kind.grant

    /// `SELECT`, `USAGE` ...
    public var privileges: [String] = []
    /// Those of them that may be passed on.
    public var grantable: [String] = []

    /// What the grantee would have if nothing had been granted or revoked.
    public var usual = Hint<[String]>([])

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("privileges", &privileges)
        try v.visit("grantable", &grantable)
        try v.visit("usual", &usual)
    }
}
