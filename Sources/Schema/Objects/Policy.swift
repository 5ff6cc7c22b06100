/// A row security policy (`pg_policy`).
public struct Policy: ObjectBody {
    package static let kind = Kind.policy

    /// Whether it takes rows away (`AS RESTRICTIVE`) and does not add any (`pg_policy.polpermissive` false).
    public var restrictive = false
    /// `ALL`, `SELECT`, `INSERT`, `UPDATE` or `DELETE`.
    public var command = ""
    /// `public` or role names, by their bytes.
    public var roles: [String] = []
    /// The condition for rows that are there (`pg_policy.polqual`); `nil` without `USING`.
    public var using: String?
    /// The condition for rows that are written (`pg_policy.polwithcheck`); `nil` without `WITH CHECK`.
    public var check: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("restrictive", &restrictive)
        try v.field("command", &command)
        try v.field("roles", &roles)
        // Each stands for itself, in whatever order the statement named them.
        roles.sort { $0.precedes($1) }
        try v.field("using", &using)
        try v.field("check", &check)
    }
}
