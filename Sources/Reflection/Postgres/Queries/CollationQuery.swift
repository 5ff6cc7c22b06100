import AutogenSchema

/// Collations (`pg_collation`).
struct CollationQuery: CatalogQuery {
    static let kind = Kind.collation
    static let catalog = SystemCatalog.collation

    static func sql(version: ServerVersion) -> SQL {
        let locale =
            version >= ServerVersion(17, 0)
            ? "c.colllocale" : version >= ServerVersion(15, 0) ? "c.colliculocale" : "c.collcollate"
        return """
            SELECT c.oid, n.nspname AS id_schema, c.collname AS id_name,
                   CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE 'default' END AS provider,
                   CASE WHEN c.collprovider = 'c' AND c.collcollate = c.collctype THEN c.collcollate
                        WHEN c.collprovider <> 'c' THEN \(raw: locale) END AS locale,
                   CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype THEN c.collcollate END AS collate,
                   CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype THEN c.collctype END AS ctype,
                   NOT c.collisdeterministic AS nondeterministic,
                   \(raw: version >= ServerVersion(16, 0) ? "c.collicurules" : "NULL") AS rules,
                   pg_get_userbyid(c.collowner) AS owner
            FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_collation", "c.oid"))
            """
    }
}
