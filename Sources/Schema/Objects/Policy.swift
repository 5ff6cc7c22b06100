/// A row security policy (`pg_policy`).
public struct Policy: ObjectBody {
    public static let kind = Kind.policy

    public var restrictive = false
    /// `ALL`, `SELECT`, `INSERT`, `UPDATE` or `DELETE`.
    public var command = ""
    /// `public` or role names, by their bytes.
    public var roles: [String] = []
    public var using: String?
    public var check: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("restrictive", &restrictive)
        try v.visit("command", &command)
        try v.visit("roles", &roles)
        // Each stands for itself, in whatever order the statement named them.
        roles.sort { $0.precedes($1) }
        try v.visit("using", &using)
        try v.visit("check", &check)
    }
}
