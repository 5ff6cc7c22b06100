import AutogenSchema

/// Procedural languages (`pg_language`) that the database was not born with.
struct LanguageQuery: CatalogQuery {
    static let kind = Kind.language
    static let catalog = SystemCatalog.language

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT l.oid, l.lanname AS id_name, l.lanpltrusted AS trusted, l.lanplcallfoid::regproc::text AS handler,
               nullif(l.laninline, 0)::regproc::text AS inline, nullif(l.lanvalidator, 0)::regproc::text AS validator,
               \(raw: Ownership.columns(owner: "l.lanowner", acl: "l.lanacl", type: "l"))
        FROM pg_language l
        WHERE l.lanispl AND l.oid >= 16384 AND \(raw: Filter.notOfExtension("pg_language", "l.oid"))
        """
    }
}
