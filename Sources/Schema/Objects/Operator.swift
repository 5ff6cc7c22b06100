/// An operator (`pg_operator`). The last part of its path are the types of its operands, `NONE` for none.
public struct Operator: ObjectBody {
    public static let kind = Kind.operator

    /// Its qualified name.
    public var function = ""
    /// The type of the left operand; `nil` for a prefix operator.
    public var left: String?
    public var right: String?
    /// `OPERATOR(public.=)`; its operands are those of this one, exchanged.
    public var commutator: String?
    public var negator: String?
    /// The function that estimates how many rows it selects.
    public var restrictEstimator: String?
    public var joinEstimator: String?
    public var hashes = false
    public var merges = false

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("function", &function)
        try v.visit("left", &left)
        try v.visit("right", &right)
        try v.visit("commutator", &commutator)
        try v.visit("negator", &negator)
        try v.visit("restrict", &restrictEstimator)
        try v.visit("join", &joinEstimator)
        try v.visit("hashes", &hashes)
        try v.visit("merges", &merges)
    }
}
