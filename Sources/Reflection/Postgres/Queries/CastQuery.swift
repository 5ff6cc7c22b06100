import AutogenSchema

/// Casts (`pg_cast`).
struct CastQuery: CatalogQuery {
    static let kind = Kind.cast
    static let catalog = SystemCatalog.cast

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, format_type(c.castsource, NULL) AS id_schema, format_type(c.casttarget, NULL) AS id_name,
               CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text
                 WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END AS method,
               CASE c.castcontext WHEN 'a' THEN 'AS ASSIGNMENT' WHEN 'i' THEN 'AS IMPLICIT' END AS context
        FROM pg_cast c
        WHERE c.oid >= 16384 AND \(raw: Filter.notOfExtension("pg_cast", "c.oid")) AND \(raw: Filter.notInternal("pg_cast", "c.oid"))
        """
    }
}
