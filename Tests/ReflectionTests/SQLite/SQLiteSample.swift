import AutogenConnection
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema

/// A SQLite database in memory, made by a script.
enum SQLiteSample {
    static func connection(_ script: String) async throws -> SQLiteConnection {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(SQL(raw: script))
        return connection
    }

    static func catalog(_ script: String) async throws -> Catalog {
        try await Reflector.catalog(of: connection(script))
    }
}
