/// A virtual table of SQLite. Its shadow tables are not part of the catalog.
public struct VirtualTable: ObjectBody {
    public static let kind = Kind.virtualTable

    /// `fts5`, `rtree` ...
    public var module = ""
    /// The tokens of the declaration.
    public var definition = ""
    /// The statement as its author wrote it.
    public var declaration = Hint("")

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("module", &module)
        try v.visit("definition", &definition)
        try v.visit("declaration", &declaration)
    }
}
