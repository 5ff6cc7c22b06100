/// A domain (`pg_type`, typtype `d`). Its checks are objects of their own: ``DomainConstraint``.
public struct Domain: ObjectBody {
    package static let kind = Kind.domain

    /// The base type, as `format_type` writes it.
    public var type = ""
    /// A qualified name; `nil` when it is the base type's own.
    public var collation: String?
    /// Whether NULL is refused (`pg_type.typnotnull`).
    public var notNull = false
    /// The name that somebody gave to the NOT NULL constraint (server 17); `nil` where the server chose it.
    public var notNullName: String?
    /// The name of the NOT NULL constraint as it is, where the server chose it and would now choose another.
    public var notNullActualName: NotCompared<String?> = NotCompared(nil)
    /// The comment on the NOT NULL constraint (server 17).
    public var notNullComment: String?
    /// What a column of the domain gets without a default of its own (`pg_type.typdefaultbin`).
    public var defaultExpression: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("type", &type)
        try v.field("collation", &collation)
        try v.field("not null", &notNull)
        try v.field("not null constraint", &notNullName)
        try v.field("not null constraint name", &notNullActualName)
        try v.field("not null comment", &notNullComment)
        try v.field("default", &defaultExpression)
    }
}

/// A check of a domain (`pg_constraint`).
public struct DomainConstraint: ObjectBody {
    package static let kind = Kind.domainConstraint

    /// As `pg_get_constraintdef` writes it: `CHECK ((VALUE > 0))`, with `NOT VALID` where it is.
    public var definition = ""
    /// The definition without `NOT VALID`; empty where that leaves it as it is.
    public var clause = NotCompared("")
    /// Values from before it was added may break it.
    public var notValid = NotCompared(false)

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("definition", &definition)
        try v.field("clause", &clause)
        try v.field("not valid", &notValid)
    }
}

extension DomainConstraint {
    /// The definition without `NOT VALID`.
    package var bareDefinition: String { clause.value.isEmpty ? definition : clause.value }
}
