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
