import AutogenSchema

/// Views (`pg_get_viewdef`).
struct ViewQuery: CatalogQuery {
    static let kind = Kind.view
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind = 'v'")

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

/// Materialized views (`pg_get_viewdef`).
struct MaterializedViewQuery: CatalogQuery {
    static let kind = Kind.materializedView
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind = 'm'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.relname AS id_name, rtrim(pg_get_viewdef(c.oid), ';') AS definition,
               \(raw: ViewColumns.sql("c")) AS columns, c.reloptions AS options,
               CASE WHEN am.amname <> 'heap' THEN am.amname END AS "access method",
               (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
               \(raw: ClusterIndex.sql("c")) AS cluster,
               \(raw: Ownership.columns(owner: "c.relowner", acl: "c.relacl", type: "r"))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
        WHERE c.relkind = 'm' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}

/// Names of the columns of views and of the attributes of composite types, for comments, grants and dependencies (`pg_attribute`).
struct ViewColumnQuery: CatalogQuery {
    static let kind = Kind.viewColumn
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind IN ('v', 'm', 'c')")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, a.attnum AS subid, n.nspname AS id_schema, c.relname AS id_relation, a.attname AS id_name, c.oid AS of,
               pg_get_expr(d.adbin, d.adrelid) AS "default",
               \(raw: ColumnStorage.columns), format_type(a.atttypid, a.atttypmod) AS type,
               a.attacl::text[] AS acl, '{}' AS acldefault, pg_get_userbyid(c.relowner) AS acl_owner
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('v', 'm', 'c') AND c.relpersistence <> 't'
          AND (a.attacl IS NOT NULL OR d.oid IS NOT NULL OR a.attcompression <> '' OR a.attstattarget >= 0
            OR c.relkind = 'm' AND (a.attstorage <> t.typstorage OR \(raw: ColumnStorage.options) IS NOT NULL) OR EXISTS (SELECT FROM pg_description x
            WHERE x.classoid = 'pg_class'::regclass AND x.objoid = c.oid AND x.objsubid = a.attnum))
          AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
