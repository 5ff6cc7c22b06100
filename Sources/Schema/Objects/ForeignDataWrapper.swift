/// A foreign data wrapper (`pg_foreign_data_wrapper`).
public struct ForeignDataWrapper: ObjectBody {
    public static let kind = Kind.foreignDataWrapper

    /// Its qualified name.
    public var handler: String?
    public var validator: String?
    /// `name=value`.
    public var options: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("handler", &handler)
        try v.visit("validator", &validator)
        try v.visit("options", &options)
    }
}
