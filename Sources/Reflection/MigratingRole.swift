package import AutogenConnection
import AutogenSchema

extension Reflector {
    /// The role that migrates a database: the owner of the table in which migrations are recorded, or else the connection's
    /// own where it may make objects, or else the one that owns most of what is there. `nil` on SQLite, which has no roles.
    ///
    /// - Parameter versionTable: schema and name.
    package static func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String? {
        try await connection.dialect.reflection.migratingRole(of: connection, versionTable: versionTable)
    }
}
