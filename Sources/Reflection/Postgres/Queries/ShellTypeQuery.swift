import AutogenSchema

/// Types that are announced, those that base types begin as among them (`pg_type`).
///
/// A base type and its announcement share an OID; part 1 is the announcement: see ``DependencyQuery``.
struct ShellTypeQuery: CatalogQuery {
    static let kind = Kind.shellType
    static let catalog = SystemCatalog.type
    static let census = Census.made(in: .type, where: "typtype = 'b' AND typarray <> 0 OR NOT typisdefined")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, CASE WHEN t.typisdefined THEN 1 ELSE 0 END AS subid, n.nspname AS id_schema, t.typname AS id_name,
               CASE WHEN NOT t.typisdefined THEN pg_get_userbyid(t.typowner) END AS owner
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE (NOT t.typisdefined OR t.typtype = 'b' AND NOT \(raw: Self.isArray)) AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }

    /// Arrays come and go with their elements.
    static let isArray = "EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)"
}
