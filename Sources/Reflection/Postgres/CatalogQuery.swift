import AutogenConnection
import AutogenSchema

/// One query of a reflection, and what becomes of its rows.
protocol ReflectionQuery: Sendable {
    static func sql(version: ServerVersion) -> SQL
    /// What there must be for it to have rows.
    static var precondition: QueryPrecondition { get }
    /// Hands the rows that were the answer to the reader.
    static func read(_ rows: Rows, into reader: inout PostgresReader) throws(DatabaseError)
}

/// One query over the system catalogs whose rows are objects of one kind.
///
/// Adding a kind takes a file with one of these, and a line in ``PostgresReflection``. The columns of the result:
///
/// | column | is |
/// |---|---|
/// | `oid`, `subid` | the object in its catalog, for dependencies and comments |
/// | `id_schema`, `id_relation`, `id_name`, `id_arguments` | the parts of its path, in this order |
/// | `of`, `of_subid` | the object it is part of |
/// | `needs`, `needs_subid` | a relation or column it needs, where `pg_depend` does not say so |
/// | `owner`, `acl`, `acldefault` | its owner, privileges, and those it would have if nothing had been granted |
/// | anything else | the attribute of that name |
protocol CatalogQuery: ReflectionQuery {
    static var kind: Kind { get }
    static var catalog: SystemCatalog { get }
    /// The catalog that `of` points into.
    static var parentCatalog: SystemCatalog { get }
}

extension ReflectionQuery {
    static var precondition: QueryPrecondition { .always }
}

extension CatalogQuery {
    static var parentCatalog: SystemCatalog { .relation }
    static var precondition: QueryPrecondition { .made(in: catalog) }

    static func read(_ rows: Rows, into reader: inout PostgresReader) throws(DatabaseError) {
        try reader.read(self, rows)
    }
}
