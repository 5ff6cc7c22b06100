import AutogenConnection
import AutogenSchema

/// Which table is a partition of which (`pg_inherits`).
struct PartitionQuery: CatalogQuery {
    static let kind = Kind.partition
    static let catalog = SystemCatalog.none
    static let precondition = QueryPrecondition.made(
        in: .relation, where: "relispartition AND relkind IN ('r', 'p', 'f')")

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

/// Partitions that pg_partman makes and drops, and the templates they are made after: not for a script to touch.
///
/// Its list of partitioned tables, `part_config`, is in whatever schema it was installed in, if it was. So `ts_stat`,
/// which runs a query of its own, asks for it.
enum ManagedPartitionQuery: ReflectionQuery {
    static let precondition = QueryPrecondition.made(in: .extension, where: "extname = 'pg_partman'")

    static func sql(version: ServerVersion) -> SQL { "\(raw: text)" }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.leaveOutManagedPartitions(rows) }

    static let text = """
        SELECT cn.nspname, c.relname
        FROM pg_extension e JOIN pg_namespace en ON en.oid = e.extnamespace
        JOIN pg_class list ON list.relnamespace = en.oid AND list.relname = 'part_config'
        CROSS JOIN LATERAL ts_stat(CASE
          WHEN has_schema_privilege(en.oid, 'USAGE') AND has_table_privilege(list.oid, 'SELECT')
          THEN format($q$SELECT array_to_tsvector(array_agg('p' || parent_table)
                         || coalesce(array_agg('t' || template_table) FILTER (WHERE template_table IS NOT NULL), '{}'))
                         FROM %I.part_config$q$, en.nspname)
          ELSE 'SELECT NULL::tsvector' END) w
        JOIN (pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace) ON n.nspname || '.' || t.relname = substr(w.word, 2)
        JOIN (pg_class c JOIN pg_namespace cn ON cn.oid = c.relnamespace)
          ON c.oid = t.oid AND w.word LIKE 't%'
             OR c.relispartition AND w.word LIKE 'p%' AND t.oid <> c.oid
                AND t.oid IN (SELECT relid FROM pg_partition_ancestors(c.oid))
        WHERE e.extname = 'pg_partman'
        """
}
