import AutogenConnection
import AutogenSchema

/// Schemas (`pg_namespace`).
struct NamespaceQuery: CatalogQuery {
    static let kind = Kind.namespace
    static let catalog = SystemCatalog.namespace
    static let precondition = QueryPrecondition.always

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT n.oid, n.nspname AS id_name,
               CASE WHEN n.nspname = 'public' AND pg_get_userbyid(n.nspowner) = 'pg_database_owner' THEN NULL
                    ELSE pg_get_userbyid(n.nspowner) END AS owner,
               n.nspacl::text[] AS acl,
               CASE WHEN n.nspname = 'public' AND pg_get_userbyid(n.nspowner) = 'pg_database_owner'
                    THEN '{pg_database_owner=UC/pg_database_owner,=U/pg_database_owner}'
                    WHEN n.nspname = 'public' AND n.nspowner = 10 AND current_setting('server_version_num')::int < 150000
                    THEN array_append(acldefault('n', n.nspowner)::text[], '=UC/' || pg_get_userbyid(n.nspowner))
                    ELSE acldefault('n', n.nspowner)::text[] END AS acldefault
        FROM pg_namespace n
        WHERE \(raw: Filter.userSchema("n"))
        """
    }
}

/// The role that reads.
enum CurrentRoleQuery: ReflectionQuery {
    static func sql(version: ServerVersion) -> SQL { "SELECT current_user" }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readCurrentRole(rows) }
}
