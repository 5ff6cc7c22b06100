import AutogenConnection
import AutogenSchema

/// Removes the scratch databases that killed processes left on a server.
///
/// A live run keeps a connection to its own, and the server refuses to drop a database that somebody is connected to;
/// the age covers the moment between making one and connecting.
enum StaleScratches {
    /// In seconds.
    static let age = 600

    /// Removes those of the server that are old; `now` is the server's time in seconds since 1970.
    static func remove(_ admin: any Connection, now: Int) async {
        let found = try? await admin.query(
            """
            SELECT datname FROM pg_catalog.pg_database
            WHERE datname LIKE 'autogen\\_scratch\\_%' AND pg_catalog.pg_has_role(datdba, 'USAGE')
            """)
        let names = (found ?? Rows(columns: [], values: [])).compactMap { $0[0].text.flatMap(ScratchName.init) }
        await remove(names, admin, now: now)
    }

    /// Leaves alone what is young, in use, or not to be removed for another reason.
    static func remove(_ names: [ScratchName], _ admin: any Connection, now: Int) async {
        for name in names where now - name.created > age {
            // Without the question, DROP DATABASE waits five seconds for the others to leave.
            let users = try? await admin.query(
                "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE datname = \(literal: "\(name)") LIMIT 1")
            guard users?.isEmpty == true else { continue }
            do {
                try await admin.execute("DROP DATABASE IF EXISTS \(name: "\(name)")")
                try await StandInRoles.remove(of: "\(name)", admin)
            } catch {
                continue
            }
        }
    }
}
