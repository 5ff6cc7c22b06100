import AutogenConnection
import AutogenSchema

/// The roles that were made for one scratch database.
enum StandInRoles {
    static func remove(of database: String, _ admin: any Connection) async throws {
        let rows = try await admin.query(
            """
            SELECT r.rolname FROM pg_catalog.pg_roles r
            JOIN pg_catalog.pg_shdescription d ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_authid'::regclass
            WHERE d.description = \(literal: ScratchName.roleMark(database))
            """)
        // One that somebody uses by now can't be dropped, and stays.
        for row in rows { try? await admin.execute("DROP ROLE IF EXISTS \(name: row.string("rolname"))") }
    }
}
