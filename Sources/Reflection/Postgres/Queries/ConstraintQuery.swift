import AutogenSchema

/// Constraints of tables (`pg_constraint`): those that a parent hands down come from the parent.
struct ConstraintQuery: CatalogQuery {
    static let kind = Kind.constraint
    static let catalog = SystemCatalog.constraint
    static let census = Census.made(in: .constraint, where: "conrelid <> 0")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT k.oid, n.nspname AS id_schema, c.relname AS id_relation, k.conname AS id_name, c.oid AS of,
               CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key'
                 WHEN 'x' THEN 'exclusion' ELSE 'check' END AS type,
               pg_get_constraintdef(k.oid) AS definition,
               (SELECT array_agg(a.attname ORDER BY u.place)::text[] FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
               CASE WHEN k.contype = 'f' THEN
                 (SELECT ARRAY[rn.nspname, r.relname]::text[] FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace
                  WHERE r.oid = k.confrelid) END AS references,
               i.reloptions AS options,
               (SELECT spcname FROM pg_tablespace s WHERE s.oid = i.reltablespace) AS tablespace
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
        WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND (k.contype <> 'f' OR k.conparentid = 0)
          AND (k.contype <> 'c' OR k.conislocal) AND c.relpersistence <> 't'
          AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
