import AutogenConnection
import AutogenSchema

/// What the administrator makes in the place of the run's role is to belong to that, as if it had been allowed to.
extension ScratchConnection.Administrator {
    /// A shell type is completed by its owner alone, whatever rights others have.
    func takeShellTypes() async throws(DatabaseError) {
        guard isSuperuser else { return }
        try await connection.execute(
            """
            UPDATE pg_catalog.pg_type SET typowner = \(owner(name))
            WHERE typowner = \(owner(role)) AND typtype = 'p'::"char" AND NOT typisdefined
              AND oid >= '16384'::pg_catalog.oid
            """)
    }

    /// Gives the run what the transaction at hand has made or taken.
    func handOver() async throws(DatabaseError) {
        guard isSuperuser else { return }
        for (table, column) in Self.owners {
            try await connection.execute(
                """
                UPDATE pg_catalog.\(raw: table) t SET \(raw: column) = \(owner(role))
                WHERE \(raw: column) = \(owner(name)) AND oid >= '16384'::pg_catalog.oid
                  AND xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid AND \(Self.isOwn(table, "t"))
                """)
        }
    }

    /// Takes the handlers from the foreign-data wrappers that the transaction at hand has made, and gives the wrappers to
    /// the run: it can make servers and foreign tables, and reaches nothing through them.
    func disarmWrappers() async throws(DatabaseError) {
        guard isSuperuser else { return }
        try await connection.execute(
            """
            UPDATE pg_catalog.pg_foreign_data_wrapper SET fdwowner = \(owner(role)), fdwhandler = '0'::pg_catalog.oid
            WHERE oid >= '16384'::pg_catalog.oid AND xmin = pg_catalog.pg_current_xact_id()::pg_catalog.xid
            """)
    }

    private func owner(_ role: String) -> SQL { "\(literal: SQL.quoted(name: role))::regrole::pg_catalog.oid" }

    private static let owners = [
        ("pg_extension", "extowner"), ("pg_proc", "proowner"), ("pg_type", "typowner"), ("pg_operator", "oprowner"),
        ("pg_opclass", "opcowner"), ("pg_opfamily", "opfowner"),
    ]
}
