/// The name of a type without the type (`pg_type`, `typisdefined` false): functions can take it before it is made.
public struct ShellType: ObjectBody {
    public static let kind = Kind.shellType

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
    }
}
