import AutogenConnection
import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// The start of a plan with the names of its target, as a database that has got them says; `nil` where none differs.
    ///
    /// - Parameter build: makes the start in an empty scratch database; where it is `nil`, what a plan says makes it.
    func renamed(
        _ start: Catalog, to target: Catalog, by renames: Renames, server: DatabaseURL? = nil,
        build: (@Sendable (any Connection) async throws -> Void)? = nil
    ) async throws -> RenamedStart? {
        guard !renames.isEmpty else { return nil }
        let script = RenameScript(renames, from: start, to: target, rules: start.dialect.rules)
        step("renaming in a scratch database")
        let catalog = try await scratch(start.dialect, server: server).withScratch { connection in
            if let build {
                try await build(connection)
            } else {
                for statement in try creationPlan(of: start).statements { try await connection.execute(statement.sql) }
            }
            for statement in script.statements {
                do throws(DatabaseError) { try await connection.execute(statement.sql) } catch {
                    guard error.reason != .connection, error.reason != .cancelled else { throw error }
                    throw RenameError(statement.sql.text, .refused(error.message))
                }
            }
            return try await reflect(connection)
        }
        return RenamedStart(script, catalog: shown(catalog, as: start, target))
    }
}
