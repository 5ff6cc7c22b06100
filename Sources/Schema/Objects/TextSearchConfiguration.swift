/// A text search configuration (`pg_ts_config`).
public struct TextSearchConfiguration: ObjectBody {
    public static let kind = Kind.textSearchConfiguration

    /// Its qualified name.
    public var parser = ""
    /// Token types with their dictionaries in order: `asciiword=english_stem,simple`.
    public var mappings: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("parser", &parser)
        try v.visit("mappings", &mappings)
    }
}
