/// A transform between a type and a language (`pg_transform`), which are its path.
public struct Transform: ObjectBody {
    public static let kind = Kind.transform

    /// The function with its arguments.
    public var fromSQL: String?
    public var toSQL: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("from sql", &fromSQL)
        try v.visit("to sql", &toSQL)
    }
}
