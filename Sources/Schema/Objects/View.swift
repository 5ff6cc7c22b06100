/// A view (`pg_get_viewdef`).
public struct View: ObjectBody {
    public static let kind = Kind.view

    /// The query, without a closing semicolon.
    public var definition = ""
    /// Names and types, in their order.
    public var columns: [CompositeType.Attribute] = []
    /// `security_barrier=true`, `check_option=local` and the like.
    public var options: [String] = []
    /// SQLite: the statement as its author wrote it.
    public var declaration = Hint("")
    /// SQLite: why it can't be read, such as `no such column: a`.
    public var flaw: Hint<String?> = Hint(nil)

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("definition", &definition)
        try v.visit("columns", &columns)
        try v.visit("options", &options)
        try v.visit("declaration", &declaration)
        try v.visit("flaw", &flaw)
    }
}
