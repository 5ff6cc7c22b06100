import AutogenSchema

/// Which index is attached to which partitioned index (`pg_inherits`), those of constraints included.
struct IndexPartitionQuery: CatalogQuery {
    static let kind = Kind.indexPartition
    static let catalog = SystemCatalog.none
    static let census = Census.made(in: .relation, where: "relispartition AND relkind IN ('i', 'I')")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT 0 AS oid, n.nspname AS id_schema, c.relname AS id_name, c.oid AS of, p.oid AS needs, ARRAY[pn.nspname, p.relname]::text[] AS parent
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid
        JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE c.relispartition AND c.relkind IN ('i', 'I') AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
