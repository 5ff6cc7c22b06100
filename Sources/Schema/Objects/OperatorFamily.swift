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
