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

/// An operator family (`pg_opfamily`). The last part of its path is the access method.
public struct OperatorFamily: ObjectBody {
    public static let kind = Kind.operatorFamily

    /// Those that belong to no class: `OPERATOR 1 public.=(integer, bigint)`, `FUNCTION 1 (integer, bigint) public.compare(integer, bigint)`.
    public var members: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("members", &members)
    }
}

/// An operator class (`pg_opclass`). The last part of its path is the access method.
public struct OperatorClass: ObjectBody {
    public static let kind = Kind.operatorClass

    public var type = ""
    /// Whether indexes on the type use it when they name none.
    public var isDefault = false
    /// Its qualified name.
    public var family = ""
    /// The type that the index keeps, where it is another one.
    public var storage: String?
    /// As in ``OperatorFamily/members``.
    public var members: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("type", &type)
        try v.visit("default", &isDefault)
        try v.visit("family", &family)
        try v.visit("storage", &storage)
        try v.visit("members", &members)
    }
}
