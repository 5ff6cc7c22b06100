import AutogenSchema

/// Checks of domains (`pg_constraint`).
struct DomainConstraintQuery: CatalogQuery {
    static let kind = Kind.domainConstraint
    static let catalog = SystemCatalog.constraint
    static let census = Census.made(in: .constraint, where: "contypid <> 0")
    static let parentCatalog = SystemCatalog.type

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, t.typname AS id_relation, c.conname AS id_name, t.oid AS of,
               d.text AS definition,
               CASE WHEN d.tail <> '' THEN left(d.text, -length(d.tail)) END AS clause, NOT c.convalidated AS "not valid"
        FROM pg_constraint c JOIN pg_type t ON t.oid = c.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
        CROSS JOIN LATERAL (SELECT pg_get_constraintdef(c.oid) AS text,
                                   CASE WHEN c.convalidated THEN '' ELSE ' NOT VALID' END AS tail OFFSET 0) d
        WHERE c.contype = 'c' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
        """
    }
}
