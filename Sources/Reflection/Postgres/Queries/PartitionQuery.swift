import AutogenSchema

/// Which table is a partition of which (`pg_inherits`).
struct PartitionQuery: CatalogQuery {
    static let kind = Kind.partition
    static let catalog = SystemCatalog.none
    static let census = Census.made(in: .relation, where: "relispartition AND relkind IN ('r', 'p', 'f')")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT 0 AS oid, n.nspname AS id_schema, c.relname AS id_name, c.oid AS of, p.oid AS needs,
               ARRAY[pn.nspname, p.relname]::text[] AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid
        JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f') AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
