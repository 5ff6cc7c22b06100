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
               \(raw: Self.access(version))
        FROM pg_namespace n
        WHERE \(raw: Filter.userSchema("n"))
        """
    }

    /// Everybody may use `public` from the start, whoever has come to own it, and could make objects there before version 15
    /// (<https://www.postgresql.org/docs/release/15.0/>).
    private static func access(_ version: ServerVersion) -> String {
        let usual = "acldefault('n', n.nspowner)::text[]"
        let everybody = "'/' || pg_get_userbyid(n.nspowner)"
        guard version.major >= 15 else {
            let isFirst = "n.nspname = 'public' AND n.nspowner = 10"
            return """
                n.nspacl::text[] AS acl,
                CASE WHEN \(isFirst) THEN array_append(\(usual), '=UC' || \(everybody)) ELSE \(usual) END AS acldefault
                """
        }
        let isPublic = "n.nspname = 'public'"
        return """
            CASE WHEN \(isPublic) THEN coalesce(n.nspacl::text[], \(usual)) ELSE n.nspacl::text[] END AS acl,
            CASE WHEN \(isPublic) THEN array_append(\(usual), '=U' || \(everybody)) ELSE \(usual) END AS acldefault
            """
    }
}

/// The role that reads.
enum CurrentRoleQuery: ReflectionQuery {
    static func sql(version: ServerVersion) -> SQL { "SELECT current_user" }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readCurrentRole(rows) }
}
