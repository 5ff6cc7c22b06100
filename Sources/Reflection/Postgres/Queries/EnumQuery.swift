import AutogenSchema

/// Enum types (`pg_enum`).
struct EnumQuery: CatalogQuery {
    static let kind = Kind.enumType
    static let catalog = SystemCatalog.type
    static let census = Census.made(in: .type, where: "typtype = 'e'")

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
