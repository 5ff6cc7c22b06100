import AutogenConnection
import AutogenSchema

/// Removes the scratch databases, and the roles of theirs, that killed processes left on a server.
///
/// A live run keeps a connection to its own, and one that has its name; the age covers the moment between making one and
/// connecting. Where there is a role, only the second one counts: a server goes on with a statement whose process is gone.
enum StaleScratches {
    /// In seconds: of one without a role, whose run may have no connection with its name.
    static let age = 600
    /// In seconds: of one with a role.
    static let ageWithRole = 5

    /// Removes those of the server that are old; `now` is the server's time in seconds since 1970.
    static func remove(_ admin: any Connection, now: Int) async {
        let found = try? await admin.lookUp(
            """
            SELECT d.datname, r.rolname FROM pg_catalog.pg_database d
            FULL JOIN pg_catalog.pg_roles r ON r.rolname = d.datname
            WHERE (d.datname LIKE 'autogen\\_scratch\\_%' OR d.datname IS NULL AND r.rolname LIKE 'autogen\\_scratch\\_%')
              AND (d.datdba IS NULL OR pg_catalog.pg_has_role(d.datdba, 'USAGE'))
            """)
        var (plain, withRole): ([ScratchName], [ScratchName]) = ([], [])
        for row in found ?? Rows(columns: [], values: []) {
            guard let name = (row[0].text ?? row[1].text).flatMap(ScratchName.init) else { continue }
            if row[1].text == nil { plain.append(name) } else { withRole.append(name) }
        }
        await remove(plain, admin, now: now)
        await remove(withRole, admin, now: now, hasRole: true)
    }

    /// Leaves alone what is young, in use, or not to be removed for another reason.
    static func remove(_ names: [ScratchName], _ admin: any Connection, now: Int, hasRole: Bool = false) async {
        for name in names where now - name.created > (hasRole ? ageWithRole : age) {
            // Without the question, DROP DATABASE waits five seconds for the others to leave.
            let users: SQL =
                hasRole
                ? "application_name = \(literal: "\(name)") AND usename IS DISTINCT FROM \(literal: "\(name)")"
                : "\(literal: "\(name)") IN (datname, application_name)"
            let found = try? await admin.lookUp(
                "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE " + users + " LIMIT 1")
            guard found?.isEmpty == true else { continue }
            let isForced = hasRole ? (try? await admin.serverVersion().major >= 13) ?? false : false
            try? await PostgresScratch.remove("\(name)", admin, isForced: isForced)
        }
    }
}
