import AutogenConnection
import AutogenReflection
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

    /// Adds to its schema what else is to be known of it.
    static func read(_ connection: any Connection, table: VersionTable, catalog: Catalog) async throws -> LiveDatabase {
        var live = LiveDatabase(catalog: catalog)
        do {
            // What is refused ends the transaction that it is in.
            live.applied = try await connection.transaction(.snapshot) { try await table.rows(on: connection) }
        } catch let error as DatabaseError where connection.dialect.authoring.isForbidden(error) {
            let name = table.path(in: connection.dialect).joined(separator: ".")
            live.notes.append("the role may not read \(name), so the database is compared with head")
        }
        live.hidden = try await Reflector.hiddenKinds(on: connection)
        return live
    }
}
