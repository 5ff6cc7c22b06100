import AutogenSchema

/// Composite types that stand for themselves (`pg_type`, typtype `c`).
struct CompositeTypeQuery: CatalogQuery {
    static let kind = Kind.compositeType
    static let catalog = SystemCatalog.type
    static let census = Census.made(in: .relation, where: "relkind = 'c'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name,
               coalesce((SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                          || CASE WHEN a.attcollation <> b.typcollation
                                  THEN jsonb_build_object('collation', \(raw: Qualified.collation("a.attcollation")))
                                  ELSE '{}' END ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type b ON b.oid = a.atttypid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS attributes,
               \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }
}
