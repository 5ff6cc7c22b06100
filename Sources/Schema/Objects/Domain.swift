/// A domain (`pg_type`, typtype `d`). Its checks are objects of their own: ``DomainConstraint``.
public struct Domain: ObjectBody {
    public static let kind = Kind.domain

    /// The base type, as `format_type` writes it.
    public var type = ""
    /// A qualified name; `nil` when it is the base type's own.
    public var collation: String?
    public var notNull = false
    /// The name that somebody gave to the NOT NULL constraint (server 17); `nil` where the server chose it.
    public var notNullName: String?
    /// The name of the NOT NULL constraint as it is, where the server chose it and would now choose another.
    public var notNullActualName: Hint<String?> = Hint(nil)
    /// The comment on the NOT NULL constraint (server 17).
    public var notNullComment: String?
    public var defaultExpression: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("type", &type)
        try v.visit("collation", &collation)
        try v.visit("not null", &notNull)
        try v.visit("not null constraint", &notNullName)
        try v.visit("not null constraint name", &notNullActualName)
        try v.visit("not null comment", &notNullComment)
        try v.visit("default", &defaultExpression)
    }
}
