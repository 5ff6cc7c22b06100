import AutogenSchema

/// Domains (`pg_type`, typtype `d`).
struct DomainQuery: CatalogQuery {
    static let kind = Kind.domain
    static let catalog = SystemCatalog.type
    static let census = Census.made(in: .type, where: "typtype = 'd'")

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
