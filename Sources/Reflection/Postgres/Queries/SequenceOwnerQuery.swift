import AutogenSchema

/// The columns that sequences are owned by (`pg_depend`, deptype `a`).
struct SequenceOwnerQuery: CatalogQuery {
    static let kind = Kind.sequenceOwner
    static let catalog = SystemCatalog.none
    static let census = Census.made(in: .relation, where: "relkind = 'S'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT 0 AS oid, n.nspname AS id_schema, c.relname AS id_name, c.oid AS of, t.oid AS needs, a.attnum AS needs_subid,
               ARRAY[tn.nspname, t.relname, a.attname]::text[] AS "column"
        FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S' JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace tn ON tn.oid = t.relnamespace
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND d.refobjsubid > 0
          AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
