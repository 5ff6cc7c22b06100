public import AutogenConnection
import AutogenSchema

extension Reflector {
    /// The role that migrates a database: the owner of the table in which migrations are recorded, or else the connection's
    /// own where it may make objects, or else the one that owns most of what is there. `nil` on SQLite, which has no roles.
    ///
    /// - Parameter versionTable: schema and name.
    public static func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String? {
        guard connection.dialect == .postgresql, versionTable.count == 2 else { return nil }
        let query: SQL = """
            SELECT coalesce(
              (SELECT pg_catalog.pg_get_userbyid(c.relowner)
                 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = \(literal: versionTable[0]) AND c.relname = \(literal: versionTable[1])
                   AND c.relkind IN ('r', 'p')),
              (SELECT current_user::text
                 WHERE pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
                   OR EXISTS (SELECT FROM pg_catalog.pg_namespace n
                     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                       AND pg_catalog.has_schema_privilege(n.oid, 'CREATE'))),
              (SELECT pg_catalog.pg_get_userbyid(c.relowner)
                 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                   AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                 GROUP BY c.relowner ORDER BY count(*) DESC, c.relowner LIMIT 1),
              current_user)::text AS role
            """
        return try await connection.lookUp(query).first?.optionalString("role")
    }
}
