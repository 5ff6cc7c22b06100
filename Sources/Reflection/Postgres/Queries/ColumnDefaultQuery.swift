import AutogenSchema

/// Defaults of columns (`pg_attrdef`).
struct ColumnDefaultQuery: CatalogQuery {
    static let kind = Kind.columnDefault
    static let catalog = SystemCatalog.attributeDefault

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT d.oid, n.nspname AS id_schema, c.relname AS id_relation, a.attname AS id_name, c.oid AS of, a.attnum AS of_subid,
               e.text AS expression, e.text ~ '^NULL(::|$)' AS "null"
        FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
        CROSS JOIN LATERAL (SELECT pg_get_expr(d.adbin, d.adrelid) AS text OFFSET 0) e
        WHERE a.attgenerated = '' AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
