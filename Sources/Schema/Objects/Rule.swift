/// A rewrite rule (`pg_rewrite`) other than the one that makes a view.
public struct Rule: ObjectBody {
    public static let kind = Kind.rule

    /// As `pg_get_ruledef` writes it.
    public var definition = ""
    /// The definition from behind the name on.
    public var clause = Hint("")
    public var enabled: Firing = .origin

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("definition", &definition)
        try v.visit("enabled", &enabled)
        try v.visit("clause", &clause)
    }
}
