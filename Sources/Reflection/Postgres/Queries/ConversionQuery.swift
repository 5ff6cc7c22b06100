import AutogenSchema

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
