/// A text search parser (`pg_ts_parser`).
public struct TextSearchParser: ObjectBody {
    package static let kind = Kind.textSearchParser

    /// As `CREATE TEXT SEARCH PARSER` takes them: `START = prsd_start`.
    public var functions: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("functions", &functions)
    }
}

/// A text search template (`pg_ts_template`).
public struct TextSearchTemplate: ObjectBody {
    package static let kind = Kind.textSearchTemplate

    /// As `CREATE TEXT SEARCH TEMPLATE` takes them: `LEXIZE = dsimple_lexize`.
    public var functions: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("functions", &functions)
    }
}

/// A text search dictionary (`pg_ts_dict`).
public struct TextSearchDictionary: ObjectBody {
    package static let kind = Kind.textSearchDictionary

    /// Its qualified name.
    public var template = ""
    /// As the server keeps them: `language = 'english', stopwords = 'english'`.
    public var options = ""

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("template", &template)
        try v.field("options", &options)
    }
}

/// A text search configuration (`pg_ts_config`).
public struct TextSearchConfiguration: ObjectBody {
    package static let kind = Kind.textSearchConfiguration

    /// Its qualified name.
    public var parser = ""
    /// Token types with their dictionaries in order: `asciiword=english_stem,simple`.
    public var mappings: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("parser", &parser)
        try v.field("mappings", &mappings)
    }
}
