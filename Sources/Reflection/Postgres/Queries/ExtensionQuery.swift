import AutogenSchema

/// Extensions (`pg_extension`), without those every database is born with.
struct ExtensionQuery: CatalogQuery {
    static let kind = Kind.extension
    static let catalog = SystemCatalog.extension

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT e.oid, e.extname AS id_name, n.nspname AS schema, e.extversion AS version
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.oid >= 16384
        """
    }
}
