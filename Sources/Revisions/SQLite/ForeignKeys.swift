import AutogenConnection
import AutogenSchema

/// SQLite's foreign keys while tables are rebuilt.
///
/// Enforcement must be off, which is possible only outside a transaction, so that dropping the old table deletes
/// nothing elsewhere (<https://www.sqlite.org/lang_altertable.html#otheralter>); what holds afterwards is checked instead.
enum ForeignKeys {
    static func suspended<Result: Sendable>(
        on connection: any Connection, _ body: () async throws -> Result
    ) async throws -> Result {
        let isOn = try await connection.query("PRAGMA foreign_keys").first?.bool("foreign_keys") ?? false
        guard isOn else { return try await body() }
        try await connection.execute("PRAGMA foreign_keys = OFF")
        do {
            let result = try await body()
            try await connection.execute("PRAGMA foreign_keys = ON")
            return result
        } catch {
            // In a task of its own, since a cancelled one could not switch them back on.
            await Task { try? await connection.execute("PRAGMA foreign_keys = ON") }.value
            throw error
        }
    }

    /// Throws where a script would drop a table in a transaction of the caller's that has the keys on.
    static func checkOff(
        on connection: any Connection, for scripts: [RevisionScript], _ direction: Direction
    ) async throws {
        guard try await connection.query("PRAGMA foreign_keys").first?.bool("foreign_keys") ?? false else { return }
        for script in scripts {
            let drop = script.statements(direction).first { $0.words.prefix(2) == ["drop", "table"] }
            guard let drop else { continue }
            throw MigrationError.foreignKeysOn(
                file: script.file, line: drop.line, column: drop.column, text: drop.content(ofLine: drop.line))
        }
    }
}
