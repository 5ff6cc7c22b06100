/// A text search dictionary (`pg_ts_dict`).
public struct TextSearchDictionary: ObjectBody {
    public static let kind = Kind.textSearchDictionary

    /// Its qualified name.
    public var template = ""
    /// As the server keeps them: `language = 'english', stopwords = 'english'`.
    public var options = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("template", &template)
        try v.visit("options", &options)
    }
}
