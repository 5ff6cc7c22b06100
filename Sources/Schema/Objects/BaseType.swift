/// A base type, made of functions that read and write it (`pg_type`, typtype `b`).
public struct BaseType: ObjectBody {
    package static let kind = Kind.baseType

    /// `INPUT=public.read`, `INTERNALLENGTH=4`: what `CREATE TYPE` takes, with qualified names.
    public var options: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("options", &options)
    }
}

/// The name of a type without the type (`pg_type`, `typisdefined` false): functions can take it before it is made.
public struct ShellType: ObjectBody {
    package static let kind = Kind.shellType

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
    }
}
