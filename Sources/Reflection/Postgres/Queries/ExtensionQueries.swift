import AutogenSchema

/// Extensions (`pg_extension`), without those every database is born with.
struct ExtensionQuery: CatalogQuery {
    static let kind = Kind.extension
    static let catalog = SystemCatalog.extension

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT e.oid, e.extname AS id_name, n.nspname AS schema, e.extversion AS version,
               NOT e.extrelocatable AS "fixed schema"
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.oid >= 16384
        """
    }
}

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
