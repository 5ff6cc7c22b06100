import AutogenSchema

/// Domains (`pg_type`, typtype `d`).
struct DomainQuery: CatalogQuery {
    static let kind = Kind.domain
    static let catalog = SystemCatalog.type
    static let precondition = QueryPrecondition.made(in: .type, where: "typtype = 'd'")

    static func sql(version: ServerVersion) -> SQL {
        func notNull(_ value: String) -> String {
            guard version.major >= 17 else { return "NULL" }
            return "(SELECT \(value) FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'n')"
        }
        // What the server chooses: the name of the domain, cut short where it is long, and a number where it is taken.
        let stem = "regexp_replace(c.conname, '_not_null[0-9]*$', '')"
        let isChosenByServer = """
            starts_with(t.typname, \(stem)) AND c.conname <> \(stem)
            AND (t.typname = \(stem) OR octet_length(c.conname) > 60)
            """
        let notNullName = notNull("CASE WHEN NOT (\(isChosenByServer)) THEN c.conname END")
        let actualName = notNull("CASE WHEN \(isChosenByServer) THEN nullif(c.conname, t.typname || '_not_null') END")
        let notNullComment = notNull("obj_description(c.oid, 'pg_constraint')")
        return """
            SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name, format_type(t.typbasetype, t.typtypmod) AS type,
                   CASE WHEN t.typcollation <> b.typcollation THEN \(raw: Qualified.collation("t.typcollation")) END AS collation,
                   t.typnotnull AS "not null",
                   \(raw: notNullName) AS "not null constraint", \(raw: actualName) AS "not null constraint name",
                   \(raw: notNullComment) AS "not null comment",
                   pg_get_expr(t.typdefaultbin, 0) AS "default",
                   \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
            WHERE t.typtype = 'd' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
            """
    }
}

/// Checks of domains (`pg_constraint`).
struct DomainConstraintQuery: CatalogQuery {
    static let kind = Kind.domainConstraint
    static let catalog = SystemCatalog.constraint
    static let precondition = QueryPrecondition.made(in: .constraint, where: "contypid <> 0")
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
