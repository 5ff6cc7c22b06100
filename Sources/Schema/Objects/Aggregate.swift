/// An aggregate function (`pg_aggregate`). The last part of its path is the list of its argument types.
public struct Aggregate: ObjectBody {
    public static let kind = Kind.aggregate

    /// As `CREATE AGGREGATE` takes them, `ORDER BY` of ordered-set aggregates included.
    public var arguments = ""
    /// The options of `CREATE AGGREGATE` in the order of its documentation, such as `SFUNC = int4pl`.
    public var options: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("arguments", &arguments)
        try v.visit("options", &options)
    }
}
