import AutogenConnection
import AutogenSchema

extension PostgresEngine: ReflectionEngine {
    func catalog(of connection: any Connection, migratingRole: String?) async throws -> Catalog {
        try await PostgresReflection.catalog(of: connection, migratingRole: migratingRole)
    }

    func numberedCatalog(
        of connection: any Connection, migratingRole: String?
    ) async throws -> NumberedCatalog {
        let reader = try await PostgresReflection.read(connection, migratingRole: migratingRole)
        return NumberedCatalog(catalog: reader.result.maskingSecrets(), numbers: reader.numbers)
    }

    func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        try await PostgresReflection.unmodelled(in: connection)
    }

    func hiddenKinds(on connection: any Connection) async throws -> Set<Kind> {
        let sight: SQL = "SELECT has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') AS all"
        let seesAll = try await connection.lookUp(sight).first?.bool("all") ?? true
        return seesAll ? [] : [.subscription, .userMapping]
    }

    func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String? {
        guard versionTable.count == 2 else { return nil }
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
