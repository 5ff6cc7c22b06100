/// A collation (`pg_collation`).
public struct Collation: ObjectBody {
    package static let kind = Kind.collation

    /// `icu`, `libc` or `builtin`.
    public var provider = ""
    /// The locale of both categories, when they agree.
    public var locale: String?
    /// `LC_COLLATE`, when it differs from `LC_CTYPE`.
    public var collate: String?
    /// `LC_CTYPE`, when it differs from `LC_COLLATE`.
    public var ctype: String?
    /// Whether texts of different bytes can be equal (`pg_collation.collisdeterministic` false).
    public var nondeterministic = false
    /// Tailoring rules of ICU (server 16).
    public var rules: String?

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("provider", &provider)
        try v.field("locale", &locale)
        try v.field("collate", &collate)
        try v.field("ctype", &ctype)
        try v.field("nondeterministic", &nondeterministic)
        try v.field("rules", &rules)
    }
}
