import AutogenSchema

/// Rewrite rules other than those that make views (`pg_rewrite`).
struct RuleQuery: CatalogQuery {
    static let kind = Kind.rule
    static let catalog = SystemCatalog.rewrite
    static let census = Census.made(in: .rewrite, where: "rulename <> '_RETURN'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT r.oid, n.nspname AS id_schema, c.relname AS id_relation, r.rulename AS id_name, c.oid AS of,
               d.text AS definition,
               substr(d.text, length(format('CREATE RULE %I AS', r.rulename)) + 1) AS clause, \(raw: FiringState.sql("r.ev_enabled")) AS enabled
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (SELECT pg_get_ruledef(r.oid) AS text OFFSET 0) d
        WHERE r.rulename <> '_RETURN' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
