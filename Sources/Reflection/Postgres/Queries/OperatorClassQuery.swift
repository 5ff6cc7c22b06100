import AutogenSchema

/// Operator classes with their operators and functions (`pg_opclass`).
struct OperatorClassQuery: CatalogQuery {
    static let kind = Kind.operatorClass
    static let catalog = SystemCatalog.operatorClass

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.opcname AS id_name, a.amname AS id_arguments,
               format_type(c.opcintype, NULL) AS type, c.opcdefault AS "default",
               \(raw: Qualified.operatorFamily("c.opcfamily")) AS family,
               format_type(nullif(nullif(c.opckeytype, 0), c.opcintype), NULL) AS storage,
               \(raw: OperatorMembers.sql(of: "c.oid", in: "pg_opclass")) AS members, pg_get_userbyid(c.opcowner) AS owner
        FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_opclass", "c.oid"))
        """
    }
}
