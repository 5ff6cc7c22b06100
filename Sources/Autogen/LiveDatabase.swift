import AutogenConnection
import AutogenRevisions
import AutogenSchema

/// What a database holds, as a report compares it.
struct LiveDatabase: Sendable {
    var catalog: Catalog
    /// What it says it has; `nil` when the role may not read the version table.
    var applied: [AppliedRevision]?
    var notes: [String] = []
    /// Kinds that the role can't see whole.
    var hidden: Set<Kind> = []

    /// Reads it, whoever asks: what belongs to the role that migrates has no owner worth telling.
    static func read(_ connection: any Connection, table: VersionTable, catalog: Catalog) async throws -> LiveDatabase {
        var live = LiveDatabase(catalog: catalog)
        do {
            // What is refused ends the transaction that it is in.
            live.applied = try await connection.transaction(.snapshot) { try await table.rows(on: connection) }
        } catch let error as DatabaseError where error.code == "42501" {
            let name = table.path(in: connection.dialect).joined(separator: ".")
            live.notes.append("the role may not read \(name), so the database is compared with head")
        }
        guard connection.dialect == .postgresql else { return live }
        let row = try await connection.query(migrator(of: table)).first
        if let row, let owner = try row.optionalString("owner"), owner != (try row.optionalString("me")) {
            live.catalog = catalog.filtered { object in
                if case .owner(let body) = object.definition { return body.role != owner }
                return true
            }
        }
        if let row, try !row.bool("all") { live.hidden = [.subscription, .userMapping] }
        return live
    }

    /// The role that made the version table, or else the database.
    private static func migrator(of table: VersionTable) -> SQL {
        """
        SELECT coalesce(
                 (SELECT pg_catalog.pg_get_userbyid(c.relowner) FROM pg_catalog.pg_class c
                  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                  WHERE c.relname = \(literal: table.name) AND n.nspname = \(literal: table.schema)),
                 (SELECT pg_catalog.pg_get_userbyid(d.datdba) FROM pg_catalog.pg_database d
                  WHERE d.datname = pg_catalog.current_database())) AS owner,
               current_user AS me,
               pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') AS all
        """
    }
}
