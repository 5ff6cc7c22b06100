import AutogenSchema

/// Row security policies (`pg_policy`).
struct PolicyQuery: CatalogQuery {
    static let kind = Kind.policy
    static let catalog = SystemCatalog.policy

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT p.oid, n.nspname AS id_schema, c.relname AS id_relation, p.polname AS id_name, c.oid AS of,
               NOT p.polpermissive AS restrictive,
               CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                 ELSE 'ALL' END AS command,
               (SELECT array_agg(CASE WHEN r = 0 THEN 'public' ELSE pg_get_userbyid(r)::text END)
                FROM unnest(p.polroles) r) AS roles,
               pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
