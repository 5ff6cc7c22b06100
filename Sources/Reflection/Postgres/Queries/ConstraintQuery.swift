import AutogenSchema

/// Constraints of tables (`pg_constraint`): those that a parent hands down come from the parent.
struct ConstraintQuery: CatalogQuery {
    static let kind = Kind.constraint
    static let catalog = SystemCatalog.constraint
    static let precondition = QueryPrecondition.made(in: .constraint, where: "conrelid <> 0")

    static func sql(version: ServerVersion) -> SQL {
        // What the server writes behind the clause, in its order (`pg_get_constraintdef_worker` in `ruleutils.c`).
        let isNew = version.major >= 18
        let tail = """
            concat(CASE WHEN k.contype = 'c' AND k.connoinherit THEN ' NO INHERIT' END,
              CASE WHEN k.condeferrable THEN ' DEFERRABLE' END, CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' END,
              \(isNew ? "CASE WHEN NOT k.conenforced THEN ' NOT ENFORCED' WHEN NOT k.convalidated THEN ' NOT VALID' END" : "CASE WHEN NOT k.convalidated THEN ' NOT VALID' END"))
            """
        return """
            SELECT k.oid, n.nspname AS id_schema, c.relname AS id_relation, k.conname AS id_name, c.oid AS of,
                   CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key'
                     WHEN 'x' THEN 'exclusion' ELSE 'check' END AS type,
                   d.text AS definition,
                   CASE WHEN d.tail <> '' THEN left(d.text, -length(d.tail)) END AS clause,
                   k.contype = 'c' AND k.connoinherit AS "no inherit", NOT k.convalidated\(raw: isNew ? " AND k.conenforced" : "") AS "not valid",
                   \(raw: isNew ? "NOT k.conenforced" : "false") AS "not enforced",
                   CASE WHEN k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'initially immediate' END
                     AS deferrability,
                   \(raw: isNew ? "k.conperiod" : "false") AS period,
                   (SELECT array_agg(a.attname ORDER BY u.place)::text[] FROM unnest(x.indkey::int2[]) WITH ORDINALITY u(number, place)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number WHERE u.place > x.indnkeyatts) AS included,
                   \(raw: version.major >= 15 ? "coalesce(x.indnullsnotdistinct, false)" : "false") AS "nulls not distinct",
                   (SELECT array_agg(a.attname ORDER BY u.place)::text[] FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
                   CASE WHEN k.contype = 'f' THEN
                     (SELECT ARRAY[rn.nspname, r.relname]::text[] FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace
                      WHERE r.oid = k.confrelid) END AS references,
                   i.reloptions AS options,
                   (SELECT spcname FROM pg_tablespace s WHERE s.oid = i.reltablespace) AS tablespace
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_index x ON x.indexrelid = i.oid
            CROSS JOIN LATERAL (SELECT pg_get_constraintdef(k.oid) AS text, \(raw: tail) AS tail OFFSET 0) d
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND (k.contype <> 'f' OR k.conparentid = 0)
              AND (k.contype <> 'c' OR k.conislocal) AND c.relpersistence <> 't'
              AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
            """
    }
}
