import AutogenSchema

/// Domains (`pg_type`, typtype `d`).
struct DomainQuery: CatalogQuery {
    static let kind = Kind.domain
    static let catalog = SystemCatalog.type

    static func sql(version: ServerVersion) -> SQL {
        let notNullName =
            version >= ServerVersion(17, 0)
            ? """
            (SELECT c.conname FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'n'
              AND c.conname <> t.typname || '_not_null')
            """
            : "NULL"
        return """
            SELECT t.oid, n.nspname AS id_schema, t.typname AS id_name, format_type(t.typbasetype, t.typtypmod) AS type,
                   CASE WHEN t.typcollation <> b.typcollation THEN \(raw: Qualified.collation("t.typcollation")) END AS collation,
                   t.typnotnull AS "not null",
                   \(raw: notNullName) AS "not null constraint",
                   pg_get_expr(t.typdefaultbin, 0) AS "default",
                   \(raw: Ownership.columns(owner: "t.typowner", acl: "t.typacl", type: "T"))
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
            WHERE t.typtype = 'd' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_type", "t.oid"))
            """
    }
}
