/// A cast (`pg_cast`); the path is the source and the target type.
public struct Cast: ObjectBody {
    public static let kind = Kind.cast

    /// `WITH FUNCTION ...`, `WITHOUT FUNCTION` or `WITH INOUT`.
    public var method = ""
    /// `AS ASSIGNMENT` or `AS IMPLICIT`; `nil` when it has to be written.
    public var context: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("method", &method)
        try v.visit("context", &context)
    }
}
