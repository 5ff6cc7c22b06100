/// A cast (`pg_cast`); the path is the source and the target type.
public struct Cast: ObjectBody {
    package static let kind = Kind.cast

    /// `WITH FUNCTION ...`, `WITHOUT FUNCTION` or `WITH INOUT`.
    public var method = ""
    /// `AS ASSIGNMENT` or `AS IMPLICIT`; `nil` when it has to be written.
    public var context: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("method", &method)
        try v.field("context", &context)
    }
}

/// A transform between a type and a language (`pg_transform`), which are its path.
public struct Transform: ObjectBody {
    package static let kind = Kind.transform

    /// The function with its arguments.
    public var fromSQL: String?
    /// The function that takes it back to SQL (`pg_transform.trftosql`); `nil` for the usual way.
    public var toSQL: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("from sql", &fromSQL)
        try v.field("to sql", &toSQL)
    }
}

/// A conversion between encodings (`pg_conversion`).
public struct Conversion: ObjectBody {
    package static let kind = Kind.conversion

    /// The name of the encoding that it reads (`pg_conversion.conforencoding`).
    public var source = ""
    /// The name of the encoding that it writes (`pg_conversion.contoencoding`).
    public var destination = ""
    /// Its qualified name.
    public var function = ""
    /// Whether it is used where nobody names a conversion (`pg_conversion.condefault`).
    public var isDefault = false

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("source", &source)
        try v.field("destination", &destination)
        try v.field("function", &function)
        try v.field("default", &isDefault)
    }
}
