import AutogenSchema

/// Indexes (`pg_index`) that belong to no constraint.
struct IndexQuery: CatalogQuery {
    static let kind = Kind.index
    static let catalog = SystemCatalog.relation
    static let census = Census.made(in: .relation, where: "relkind IN ('i', 'I')")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT ic.oid, n.nspname AS id_schema, ic.relname AS id_name, c.oid AS of,
               ARRAY[n.nspname, c.relname]::text[] AS "table",
               pg_get_indexdef(ic.oid) AS definition, i.indisunique AS unique,
               (SELECT array_agg(a.attname ORDER BY u.place)::text[] FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number) AS columns,
               (SELECT spcname FROM pg_tablespace s WHERE s.oid = ic.reltablespace) AS tablespace,
               NOT i.indisvalid AND ic.relkind = 'i' AS invalid,
               (SELECT array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = ic.oid AND a.attstattarget >= 0) AS statistics
        FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))
          AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
