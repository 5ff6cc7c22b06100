import AutogenSchema

/// Enum types (`pg_enum`).
struct EnumQuery: CatalogQuery {
    static let kind = Kind.enumType
    static let catalog = SystemCatalog.type
    static let precondition = QueryPrecondition.made(in: .type, where: "typtype = 'e'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name,
               (SELECT array_agg(l.enumlabel ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = t.oid)::text[] AS labels,
               \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'e' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }
}

/// Composite types that stand for themselves (`pg_type`, typtype `c`).
struct CompositeTypeQuery: CatalogQuery {
    static let kind = Kind.compositeType
    static let catalog = SystemCatalog.type
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind = 'c'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name,
               coalesce((SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                          || CASE WHEN a.attcollation <> b.typcollation
                                  THEN jsonb_build_object('collation', \(raw: Qualified.collation("a.attcollation")))
                                  ELSE '{}' END ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type b ON b.oid = a.atttypid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS attributes,
               \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }
}

/// Range types (`pg_range`).
struct RangeTypeQuery: CatalogQuery {
    static let kind = Kind.rangeType
    static let catalog = SystemCatalog.type
    static let precondition = QueryPrecondition.made(in: .type, where: "typtype = 'r'")

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
