import AutogenConnection
import AutogenSchema

/// Removes the scratch databases that killed processes left on a server.
///
/// A live run keeps a connection to its own, and the server refuses to drop a database that somebody is connected to;
/// the age covers the moment between making one and connecting.
enum StaleScratches {
    /// In seconds.
    static let age = 600

    /// Leaves alone what it can't remove; `now` is the server's time in seconds since 1970.
    static func remove(_ admin: any Connection, now: Int) async {
        let found = try? await admin.query(
            """
            SELECT d.datname FROM pg_catalog.pg_database d
            WHERE d.datname LIKE 'autogen\\_scratch\\_%' AND pg_catalog.pg_has_role(d.datdba, 'USAGE')
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)
            """)
        for row in found ?? Rows(columns: [], values: []) {
            guard let name = try? row.string("datname"), let scratch = ScratchName(name), now - scratch.created > age
            else {
                continue
            }
            do {
                try await admin.execute("DROP DATABASE IF EXISTS \(name: name)")
                try await StandInRoles.remove(of: name, admin)
            } catch {
                continue
            }
        }
    }
}
