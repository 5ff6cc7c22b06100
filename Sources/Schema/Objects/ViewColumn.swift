/// A column of a view of which more is said than the view's query says: a default, a comment, a grant.
public struct ViewColumn: ObjectBody {
    public static let kind = Kind.viewColumn

    /// The default that `INSERT` into the view uses.
    public var defaultExpression: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("default", &defaultExpression)
    }
}
