/// The owner of an object, when it is not the role that reads or writes the schema.
public struct Owner: ObjectBody {
    public static let kind = Kind.owner

    public var role = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("role", &role)
    }
}
