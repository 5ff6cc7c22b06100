import AutogenSchema

/// Foreign data wrappers (`pg_foreign_data_wrapper`).
struct ForeignDataWrapperQuery: CatalogQuery {
    static let kind = Kind.foreignDataWrapper
    static let catalog = SystemCatalog.foreignDataWrapper

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT w.oid, w.fdwname AS id_name, nullif(w.fdwhandler, 0)::regproc::text AS handler,
               nullif(w.fdwvalidator, 0)::regproc::text AS validator, w.fdwoptions AS options,
               \(raw: Ownership.columns(owner: "w.fdwowner", acl: "w.fdwacl", type: "F"))
        FROM pg_foreign_data_wrapper w WHERE \(raw: Filter.notOfExtension("pg_foreign_data_wrapper", "w.oid"))
        """
    }
}

/// Foreign servers (`pg_foreign_server`).
struct ServerQuery: CatalogQuery {
    static let kind = Kind.server
    static let catalog = SystemCatalog.server

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT s.oid, s.srvname AS id_name, w.fdwname AS wrapper, s.srvtype AS type, s.srvversion AS version,
               s.srvoptions AS options, \(raw: Ownership.columns(owner: "s.srvowner", acl: "s.srvacl", type: "S"))
        FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
        WHERE \(raw: Filter.notOfExtension("pg_foreign_server", "s.oid"))
        """
    }
}

/// User mappings, through the view that everybody may read (`pg_user_mappings`): it hides the options of others.
struct UserMappingQuery: CatalogQuery {
    static let kind = Kind.userMapping
    static let catalog = SystemCatalog.userMapping
    static let precondition = QueryPrecondition.made(in: .server)
    static let parentCatalog = SystemCatalog.server

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT m.umid AS oid, m.srvname AS id_schema, CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE m.usename END AS id_name,
               m.umoptions AS options, m.srvid AS "of"
        FROM pg_user_mappings m
        WHERE NOT EXISTS (SELECT FROM pg_depend ext WHERE ext.classid = 'pg_foreign_server'::regclass AND ext.objid = m.srvid
                          AND ext.deptype = 'e')
        """
    }
}
