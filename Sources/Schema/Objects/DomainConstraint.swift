/// A check of a domain (`pg_constraint`).
public struct DomainConstraint: ObjectBody {
    public static let kind = Kind.domainConstraint

    /// As `pg_get_constraintdef` writes it: `CHECK ((VALUE > 0))`, with `NOT VALID` where it is.
    public var definition = ""
    /// The definition without `NOT VALID`; empty where that leaves it as it is.
    public var clause = Hint("")
    /// Values from before it was added may break it.
    public var notValid = Hint(false)

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("definition", &definition)
        try v.visit("clause", &clause)
        try v.visit("not valid", &notValid)
    }
}
