/// A check of a domain (`pg_constraint`).
public struct DomainConstraint: ObjectBody {
    public static let kind = Kind.domainConstraint

    /// As `pg_get_constraintdef` writes it: `CHECK ((VALUE > 0))`, with `NOT VALID` where it is.
    public var definition = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("definition", &definition)
    }
}
