import AutogenConnection
import AutogenSchema

/// Default privileges (`pg_default_acl`): one row for each role, schema and kind of object.
enum DefaultPrivilegesQuery: ReflectionQuery {
    static let precondition = QueryPrecondition.any(of: "pg_default_acl")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT pg_get_userbyid(d.defaclrole) AS role, coalesce(n.nspname, '') AS schema,
               CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                 WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS' ELSE d.defaclobjtype::text END AS type,
               d.defaclacl::text[] AS acl,
               CASE WHEN d.defaclnamespace = 0
                    THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)::text[]
                    ELSE '{}' END AS acldefault
        FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) throws(DatabaseError) {
        try reader.readDefaultPrivileges(rows)
    }
}
