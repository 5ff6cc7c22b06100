/// A schema of PostgreSQL (`pg_namespace`), or an attached database of SQLite.
public struct Namespace: ObjectBody {
    package static let kind = Kind.namespace

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {}
}
