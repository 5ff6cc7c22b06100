import AutogenSchema

/// Transforms (`pg_transform`).
struct TransformQuery: CatalogQuery {
    static let kind = Kind.transform
    static let catalog = SystemCatalog.transform

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, format_type(t.trftype, NULL) AS id_schema, l.lanname AS id_name,
               nullif(t.trffromsql, 0)::regprocedure::text AS "from sql", nullif(t.trftosql, 0)::regprocedure::text AS "to sql"
        FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
        WHERE t.oid >= 16384 AND \(raw: Filter.notOfExtension("pg_transform", "t.oid"))
        """
    }
}
