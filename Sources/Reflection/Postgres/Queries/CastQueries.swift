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

/// Conversions between encodings (`pg_conversion`).
struct ConversionQuery: CatalogQuery {
    static let kind = Kind.conversion
    static let catalog = SystemCatalog.conversion

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT x.oid, n.nspname AS id_schema, x.conname AS id_name,
               pg_encoding_to_char(x.conforencoding) AS source, pg_encoding_to_char(x.contoencoding) AS destination,
               x.conproc::regproc::text AS function, x.condefault AS "default", pg_get_userbyid(x.conowner) AS owner
        FROM pg_conversion x JOIN pg_namespace n ON n.oid = x.connamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_conversion", "x.oid"))
        """
    }
}
