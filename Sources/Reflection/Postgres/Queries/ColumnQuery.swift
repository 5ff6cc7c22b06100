import AutogenSchema

/// Columns of tables (`pg_attribute`).
struct ColumnQuery: CatalogQuery {
    static let kind = Kind.column
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind IN ('r', 'p', 'f')")

    static func sql(version: ServerVersion) -> SQL {
        return """
            SELECT c.oid, a.attnum AS subid, n.nspname AS id_schema, c.relname AS id_relation, a.attname AS id_name, c.oid AS of,
                   a.attnum AS position, format_type(a.atttypid, a.atttypmod) AS type,
                   CASE WHEN a.attcollation <> t.typcollation THEN \(raw: Qualified.collation("a.attcollation")) END AS collation,
                   a.attnotnull AS "not null",
                   \(raw: NotNullConstraint.columns(version)),
                   CASE WHEN s.seqrelid IS NOT NULL THEN CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END END AS identity,
                   CASE WHEN s.seqrelid IS NOT NULL THEN \(raw: SequenceOptions.sql("s")) || \(raw: SequenceOptions.logging("s", of: "c")) END
                     AS "identity options",
                   CASE WHEN s.seqrelid IS NOT NULL THEN
                     (SELECT ARRAY[qn.nspname, q.relname]::text[] FROM pg_class q JOIN pg_namespace qn ON qn.oid = q.relnamespace
                      WHERE q.oid = s.seqrelid) END AS "identity sequence",
                   CASE WHEN a.attgenerated <> '' THEN pg_get_expr(g.adbin, g.adrelid) END AS generated,
                   a.attgenerated = 'v' AS virtual,
                   \(raw: ColumnStorage.columns), a.attfdwoptions AS "server options",
                   NOT a.attislocal AND NOT c.relispartition AS inherited,
                   a.attacl::text[] AS acl, '{}' AS acldefault, pg_get_userbyid(c.relowner) AS acl_owner
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_type t ON t.oid = a.atttypid
            \(raw: NotNullConstraint.join(version))
            LEFT JOIN pg_attrdef g ON g.adrelid = c.oid AND g.adnum = a.attnum AND a.attgenerated <> ''
            LEFT JOIN (pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid) ON a.attidentity <> '' AND d.deptype = 'i'
              AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid
              AND d.refobjsubid = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
              AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
            """
    }
}

/// Defaults of columns (`pg_attrdef`).
struct ColumnDefaultQuery: CatalogQuery {
    static let kind = Kind.columnDefault
    static let catalog = SystemCatalog.attributeDefault

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT d.oid, n.nspname AS id_schema, c.relname AS id_relation, a.attname AS id_name, c.oid AS of, a.attnum AS of_subid,
               e.text AS expression, e.text ~ '^NULL(::|$)' AS "null"
        FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
        CROSS JOIN LATERAL (SELECT pg_get_expr(d.adbin, d.adrelid) AS text OFFSET 0) e
        WHERE a.attgenerated = '' AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
