import AutogenConnection
import AutogenReflection
import AutogenSchema

/// The roles of the database at hand, as far as a scratch database on another server needs them.
struct LiveRoles: Sendable {
    let migrating: String?
    /// Those that its schema names.
    let all: [String]

    /// `nil` where the database can't be reached.
    static func read(_ live: DatabaseURL?, _ naming: RoleNaming, _ provider: any ConnectionProvider) async -> LiveRoles?
    {
        guard let live else { return nil }
        let query: SQL = """
            SELECT DISTINCT r.rolname FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_roles r ON r.oid = s.refobjid
            WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND r.rolname !~ '^pg_'
              AND s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
            ORDER BY 1
            """
        return try? await provider.withConnection(to: live, for: .readOnly) { connection in
            try await connection.reading {
                LiveRoles(
                    migrating: try await Reflector.migratingRole(of: connection, versionTable: naming.versionTable),
                    all: try await connection.query(query).compactMap { $0[0].text })
            }
        }
    }
}

/// By what the role that migrates a database is known.
struct RoleNaming: Sendable {
    /// Schema and name of the table that belongs to it.
    let versionTable: [String]
    /// What roles of the database are called in the schema, where that is not by their own names.
    let roles: [String: String]

    /// All names of a role of the database.
    func names(of role: String) -> [String] {
        [role] + roles.filter { $0.key.exact == role.exact }.map(\.value)
    }
}
