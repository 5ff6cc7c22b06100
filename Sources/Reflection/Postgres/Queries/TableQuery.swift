import AutogenSchema

/// Tables: ordinary, partitioned, partitions and foreign (`pg_class`).
struct TableQuery: CatalogQuery {
    static let kind = Kind.table
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind IN ('r', 'p', 'f')")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.relname AS id_name,
               c.relpersistence = 'u' AS unlogged,
               CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partition key",
               CASE p.partstrat WHEN 'l' THEN 'LIST' WHEN 'r' THEN 'RANGE' WHEN 'h' THEN 'HASH' END AS "partition strategy",
               CASE WHEN c.relkind = 'p' THEN
                 (SELECT array_agg(a.attname ORDER BY a.attnum)::text[] FROM pg_depend d
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid > 0 AND d.deptype = 'i'
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = 0) END
                 AS "partition columns",
               CASE WHEN NOT c.relispartition THEN
                 (SELECT jsonb_agg(jsonb_build_array(pn.nspname, p.relname) ORDER BY i.inhseqno)
                  FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                  WHERE i.inhrelid = c.oid) END AS inherits,
               (SELECT ARRAY[tn.nspname, t.typname]::text[] FROM pg_type t JOIN pg_namespace tn ON tn.oid = t.typnamespace
                WHERE t.oid = c.reloftype) AS "of type",
               CASE WHEN am.amname <> 'heap' THEN am.amname END AS "access method",
               (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
               coalesce(c.reloptions, '{}') || coalesce((SELECT array_agg('toast.' || o)
                 FROM pg_class t, unnest(t.reloptions) o WHERE t.oid = c.reltoastrelid), '{}') AS options,
               c.relrowsecurity AS "row security", c.relforcerowsecurity AS "forced row security",
               CASE WHEN c.relkind <> 'f' THEN CASE c.relreplident WHEN 'n' THEN 'nothing' WHEN 'f' THEN 'full' WHEN 'i' THEN
                 (SELECT jsonb_build_object('index', ic.relname)::text FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
                  WHERE i.indrelid = c.oid AND i.indisreplident) END END AS "replica identity",
               \(raw: ClusterIndex.sql("c")) AS cluster,
               (SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid)
                 AS server,
               (SELECT f.ftoptions FROM pg_foreign_table f WHERE f.ftrelid = c.oid) AS "server options",
               \(raw: Ownership.columns(owner: "c.relowner", acl: "c.relacl", type: "r"))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
        LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
        WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid")) AND \(raw: Filter.notVersionTable)
        """
    }
}
