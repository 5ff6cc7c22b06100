import AutogenSchema

/// User mappings, through the view that everybody may read (`pg_user_mappings`): it hides the options of others.
struct UserMappingQuery: CatalogQuery {
    static let kind = Kind.userMapping
    static let catalog = SystemCatalog.userMapping
    static let census = Census.made(in: .server)
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
