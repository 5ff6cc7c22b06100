/// A schema of PostgreSQL (`pg_namespace`), or an attached database of SQLite.
public struct Namespace: ObjectBody {
    public static let kind = Kind.namespace

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {}
}
