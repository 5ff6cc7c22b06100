import AutogenSchema

/// Range types (`pg_range`).
struct RangeTypeQuery: CatalogQuery {
    static let kind = Kind.rangeType
    static let catalog = SystemCatalog.type
    static let census = Census.made(in: .type, where: "typtype = 'r'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name, format_type(r.rngsubtype, NULL) AS subtype,
               CASE WHEN NOT o.opcdefault THEN format('%I.%I', opn.nspname, o.opcname) END AS "subtype opclass",
               CASE WHEN r.rngcollation <> s.typcollation THEN \(raw: Qualified.collation("r.rngcollation")) END AS collation,
               nullif(r.rngcanonical, 0)::regproc::text AS canonical,
               nullif(r.rngsubdiff, 0)::regproc::text AS "subtype diff",
               format('%I.%I', mn.nspname, m.typname) AS multirange,
               \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
        FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_type s ON s.oid = r.rngsubtype
        JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace opn ON opn.oid = o.opcnamespace
        JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_namespace mn ON mn.oid = m.typnamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }
}
