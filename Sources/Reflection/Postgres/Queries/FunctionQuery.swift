import AutogenSchema

/// Functions, procedures and window functions (`pg_proc`).
struct FunctionQuery: CatalogQuery {
    static let kind = Kind.function
    static let catalog = SystemCatalog.function
    static let census = Census.made(in: .function, where: "prokind <> 'a'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT p.oid, n.nspname AS id_schema, p.proname AS id_name, oidvectortypes(p.proargtypes) AS id_arguments,
               CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'w' THEN 'window' ELSE 'function' END AS kind,
               pg_get_functiondef(p.oid) AS definition,
               coalesce(pg_get_function_result(p.oid), '') AS result,
               pg_get_function_identity_arguments(p.oid) AS arguments,
               p.pronargdefaults AS defaults, p.prosqlbody IS NOT NULL AS "parsed body",
               \(raw: Ownership.columns(owner: "p.proowner", acl: "p.proacl", type: "f"))
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prokind <> 'a' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_proc", "p.oid"))
          AND \(raw: Filter.notInternal("pg_proc", "p.oid"))
        """
    }
}
