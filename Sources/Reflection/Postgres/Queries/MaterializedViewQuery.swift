import AutogenSchema

/// Materialized views (`pg_get_viewdef`).
struct MaterializedViewQuery: CatalogQuery {
    static let kind = Kind.materializedView
    static let catalog = SystemCatalog.relation
    static let census = Census.made(in: .relation, where: "relkind = 'm'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.relname AS id_name, rtrim(pg_get_viewdef(c.oid), ';') AS definition,
               \(raw: ViewColumns.sql("c")) AS columns, c.reloptions AS options,
               CASE WHEN am.amname <> 'heap' THEN am.amname END AS "access method",
               (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
               \(raw: Ownership.columns(owner: "c.relowner", acl: "c.relacl", type: "r"))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
        WHERE c.relkind = 'm' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
