/// A cast (`pg_cast`); the path is the source and the target type.
public struct Cast: ObjectBody {
    public static let kind = Kind.cast

    /// `WITH FUNCTION ...`, `WITHOUT FUNCTION` or `WITH INOUT`.
    public var method = ""
    /// `AS ASSIGNMENT` or `AS IMPLICIT`; `nil` when it has to be written.
    public var context: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("method", &method)
        try v.visit("context", &context)
    }
}

/// A transform between a type and a language (`pg_transform`), which are its path.
public struct Transform: ObjectBody {
    public static let kind = Kind.transform

    /// The function with its arguments.
    public var fromSQL: String?
    public var toSQL: String?

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("from sql", &fromSQL)
        try v.visit("to sql", &toSQL)
    }
}

/// A conversion between encodings (`pg_conversion`).
public struct Conversion: ObjectBody {
    public static let kind = Kind.conversion

    public var source = ""
    public var destination = ""
    /// Its qualified name.
    public var function = ""
    public var isDefault = false

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("source", &source)
        try v.visit("destination", &destination)
        try v.visit("function", &function)
        try v.visit("default", &isDefault)
    }
}
