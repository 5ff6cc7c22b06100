import AutogenSchema

/// Indexes (`pg_index`) that belong to no constraint.
struct IndexQuery: CatalogQuery {
    static let kind = Kind.index
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind IN ('i', 'I')")

    /// The joins stand by themselves, since to plan them with what is made of each row takes the server five times as long.
    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT i.oid, i.nspname AS id_schema, i.relname AS id_name, i.indrelid AS of,
               ARRAY[i.nspname, i.relation]::text[] AS "table",
               d.text AS definition, i.amname AS method,
               substr(d.text, length(d.head) + 1, length(d.text) - length(d.head) - length(d.tail)) AS keys,
               i.reloptions AS parameters, i.predicate, i.indexprs IS NOT NULL AS "has expressions", i.indisunique AS unique,
               (SELECT array_agg(a.attname ORDER BY u.place)::text[] FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number) AS columns,
               (SELECT spcname FROM pg_tablespace s WHERE s.oid = i.reltablespace) AS tablespace,
               NOT i.indisvalid AND i.relkind = 'i' AS invalid,
               (SELECT array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = i.oid AND a.attstattarget >= 0) AS statistics
        FROM (SELECT ic.oid, ic.relname, ic.relkind, ic.reloptions, ic.reltablespace, i.indrelid, i.indexprs, i.indkey,
                     i.indisunique, i.indisvalid, c.relname AS relation, n.nspname, m.amname,
                     pg_get_expr(i.indpred, i.indrelid) AS predicate
              FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am m ON m.oid = ic.relam
              WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
                AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))
                AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
              OFFSET 0) i
        CROSS JOIN LATERAL (SELECT pg_get_indexdef(i.oid) AS text,
          format('CREATE %sINDEX %I ON %s%I.%I USING %I ', CASE WHEN i.indisunique THEN 'UNIQUE ' END, i.relname,
            CASE WHEN i.relkind = 'I' THEN 'ONLY ' END, i.nspname, i.relation, i.amname) AS head,
          concat(' WITH (' || (SELECT string_agg(concat(quote_ident(o.name), '=',
              CASE WHEN quote_ident(o.value) = o.value THEN o.value ELSE concat('''', replace(o.value, '''', ''''''), '''') END),
              ', ' ORDER BY o.place)
            FROM (SELECT place, split_part(option, '=', 1) AS name, substr(option, strpos(option, '=') + 1) AS value
                  FROM unnest(i.reloptions) WITH ORDINALITY u(option, place)) o) || ')',
            ' WHERE ' || i.predicate) AS tail OFFSET 0) d
        """
    }
}

/// Which index is attached to which partitioned index (`pg_inherits`), those of constraints included.
struct IndexPartitionQuery: CatalogQuery {
    static let kind = Kind.indexPartition
    static let catalog = SystemCatalog.none
    static let precondition = QueryPrecondition.made(in: .relation, where: "relispartition AND relkind IN ('i', 'I')")

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
