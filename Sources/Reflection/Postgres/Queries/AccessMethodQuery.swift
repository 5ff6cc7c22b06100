import AutogenSchema

/// Access methods (`pg_am`).
struct AccessMethodQuery: CatalogQuery {
    static let kind = Kind.accessMethod
    static let catalog = SystemCatalog.accessMethod

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT a.oid, a.amname AS id_name, CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS type,
               a.amhandler::text AS handler
        FROM pg_am a WHERE a.oid >= 16384 AND \(raw: Filter.notOfExtension("pg_am", "a.oid"))
        """
    }
}
