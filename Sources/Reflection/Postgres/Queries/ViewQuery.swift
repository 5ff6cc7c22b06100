import AutogenSchema

/// Views (`pg_get_viewdef`).
struct ViewQuery: CatalogQuery {
    static let kind = Kind.view
    static let catalog = SystemCatalog.relation
    static let census = Census.made(in: .relation, where: "relkind = 'v'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.relname AS id_name, rtrim(pg_get_viewdef(c.oid), ';') AS definition,
               \(raw: ViewColumns.sql("c")) AS columns, c.reloptions AS options,
               \(raw: Ownership.columns(owner: "c.relowner", acl: "c.relacl", type: "r"))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'v' AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
