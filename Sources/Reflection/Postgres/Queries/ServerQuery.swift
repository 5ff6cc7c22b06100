import AutogenSchema

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
