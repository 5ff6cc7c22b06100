import AutogenSchema

/// Operators (`pg_operator`); those that are only named as the partner of another have no function.
struct OperatorQuery: CatalogQuery {
    static let kind = Kind.operator
    static let catalog = SystemCatalog.operator

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT o.oid, n.nspname AS id_schema, o.oprname AS id_name,
               coalesce(format_type(nullif(o.oprleft, 0), NULL), 'NONE') || ', '
                 || coalesce(format_type(nullif(o.oprright, 0), NULL), 'NONE') AS id_arguments,
               o.oprcode::text AS function, format_type(nullif(o.oprleft, 0), NULL) AS "left",
               format_type(nullif(o.oprright, 0), NULL) AS "right",
               \(raw: Qualified.operator("o.oprcom")) AS commutator, \(raw: Qualified.operator("o.oprnegate")) AS negator,
               nullif(o.oprrest, 0)::regproc::text AS "restrict", nullif(o.oprjoin, 0)::regproc::text AS "join",
               o.oprcanhash AS hashes, o.oprcanmerge AS merges, pg_get_userbyid(o.oprowner) AS owner
        FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
        WHERE o.oprcode <> 0 AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_operator", "o.oid"))
        """
    }
}
