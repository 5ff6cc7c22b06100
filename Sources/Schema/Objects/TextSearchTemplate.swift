/// A text search template (`pg_ts_template`).
public struct TextSearchTemplate: ObjectBody {
    public static let kind = Kind.textSearchTemplate

    /// As `CREATE TEXT SEARCH TEMPLATE` takes them: `LEXIZE = dsimple_lexize`.
    public var functions: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("functions", &functions)
    }
}
