/// A text search parser (`pg_ts_parser`).
public struct TextSearchParser: ObjectBody {
    public static let kind = Kind.textSearchParser

    /// As `CREATE TEXT SEARCH PARSER` takes them: `START = prsd_start`.
    public var functions: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("functions", &functions)
    }
}
