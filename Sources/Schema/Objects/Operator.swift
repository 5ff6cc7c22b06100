/// An operator (`pg_operator`). The last part of its path are the types of its operands, `NONE` for none.
public struct Operator: ObjectBody {
    package static let kind = Kind.operator

    /// Its qualified name.
    public var function = ""
    /// The type of the left operand; `nil` for a prefix operator.
    public var left: String?
    /// The type of the right operand (`pg_operator.oprright`); `nil` for a postfix operator, which old servers have.
    public var right: String?
    /// `OPERATOR(public.=)`; its operands are those of this one, exchanged.
    public var commutator: String?
    /// The operator that is true where this one is false, as `OPERATOR(public.<>)` (`pg_operator.oprnegate`).
    public var negator: String?
    /// The function that estimates how many rows it selects.
    public var restrictEstimator: String?
    /// The function that estimates how many rows a join by it gives (`pg_operator.oprjoin`).
    public var joinEstimator: String?
    /// Whether it can be used in a hash join (`pg_operator.oprcanhash`).
    public var hashes = false
    /// Whether it can be used in a merge join (`pg_operator.oprcanmerge`).
    public var merges = false

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("function", &function)
        try v.field("left", &left)
        try v.field("right", &right)
        try v.field("commutator", &commutator)
        try v.field("negator", &negator)
        try v.field("restrict", &restrictEstimator)
        try v.field("join", &joinEstimator)
        try v.field("hashes", &hashes)
        try v.field("merges", &merges)
    }
}

/// An operator family (`pg_opfamily`). The last part of its path is the access method.
public struct OperatorFamily: ObjectBody {
    package static let kind = Kind.operatorFamily

    /// Those that belong to no class: `OPERATOR 1 public.=(integer, bigint)`, `FUNCTION 1 (integer, bigint) public.compare(integer, bigint)`.
    public var members: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("members", &members)
    }
}

/// An operator class (`pg_opclass`). The last part of its path is the access method.
public struct OperatorClass: ObjectBody {
    package static let kind = Kind.operatorClass

    /// The type whose values it sorts or finds (`pg_opclass.opcintype`).
    public var type = ""
    /// Whether indexes on the type use it when they name none.
    public var isDefault = false
    /// Its qualified name.
    public var family = ""
    /// The type that the index keeps, where it is another one.
    public var storage: String?
    /// As in ``OperatorFamily/members``.
    public var members: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("type", &type)
        try v.field("default", &isDefault)
        try v.field("family", &family)
        try v.field("storage", &storage)
        try v.field("members", &members)
    }
}
