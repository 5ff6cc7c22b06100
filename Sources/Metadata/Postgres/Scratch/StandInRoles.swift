import AutogenConnection
import AutogenSchema

/// Roles that a declaration names and the server lacks: they stand in as long as a run needs them.
///
/// Roles are the server's, so runs at the same time share them. Each run's role is a member of those that it needs,
/// which is what counts the runs, and a `COMMENT ON ROLE` is what locks one out while another counts.
enum StandInRoles {
    static let mark = "stands in for a role that a schema declares; autogen removes it"

    /// Makes the role, or takes the one that another run has made; false where the server has one of its own.
    ///
    /// It may not sign in and has no right: all it is for is to be named by grants and owners.
    static func take(_ name: String, for role: String, _ admin: any Connection) async throws(DatabaseError) -> Bool {
        var attempt = 0
        while true {
            do throws(DatabaseError) {
                return try await tryTaking(name, for: role, admin)
            } catch {
                try? await admin.execute("ROLLBACK")
                attempt += 1
                // Another run made it, or removed it, at the same moment.
                guard ["42710", "23505", "42704", "XX000"].contains(error.code ?? ""), attempt < 50 else { throw error }
            }
        }
    }

    private static func tryTaking(
        _ name: String, for role: String, _ admin: any Connection
    ) async throws(DatabaseError) -> Bool {
        try await admin.execute("BEGIN")
        let found = try await admin.lookUp(
            """
            SELECT pg_catalog.shobj_description(oid, 'pg_authid') AS mark FROM pg_catalog.pg_roles
            WHERE rolname = \(literal: name)
            """)
        if let row = found.first {
            guard try row.optionalString("mark") == mark else {
                try await admin.execute("ROLLBACK")
                return false
            }
        } else {
            try await admin.execute("CREATE ROLE \(name: name) NOLOGIN")
        }
        try await admin.execute(
            """
            COMMENT ON ROLE \(name: name) IS \(literal: mark); GRANT \(name: name) TO \(name: role); COMMIT
            """)
        return true
    }

    /// The ones that a run has taken.
    static func taken(by role: String, _ admin: any Connection) async throws(DatabaseError) -> [String] {
        try await admin.lookUp(
            """
            SELECT r.rolname FROM pg_catalog.pg_auth_members m
            JOIN pg_catalog.pg_roles r ON r.oid = m.roleid JOIN pg_catalog.pg_roles u ON u.oid = m.member
            WHERE u.rolname = \(literal: role)
              AND pg_catalog.shobj_description(r.oid, 'pg_authid') = \(literal: mark)
            """
        ).map { $0[0].text ?? "" }
    }

    /// Removes those that no run needs any more, after the role of this one is gone.
    static func release(_ names: [String], _ admin: any Connection) async {
        for name in names {
            do {
                try await admin.execute("BEGIN; COMMENT ON ROLE \(name: name) IS \(literal: mark)")
                let others = try await admin.lookUp(
                    """
                    SELECT 1 FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles u ON u.oid = m.member
                    WHERE m.roleid = \(literal: name)::regrole AND u.rolname LIKE 'autogen\\_scratch\\_%' LIMIT 1
                    """)
                if others.isEmpty { try await admin.execute("DROP ROLE \(name: name)") }
                try await admin.execute("COMMIT")
            } catch {
                // Another run has removed it, or it is in use by now and stays.
                try? await admin.execute("ROLLBACK")
            }
        }
    }
}
