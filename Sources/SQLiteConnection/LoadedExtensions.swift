import AutogenConnection
import CSQLite

/// Shared libraries that add functions, collations and modules to a connection.
enum LoadedExtensions {
    /// Loads them one after another; only these calls can, since loading is switched off again before any SQL runs.
    static func load(_ paths: [String], into database: SQLiteDatabase) throws(DatabaseError) {
        guard !paths.isEmpty else { return }
        sqlite3_enable_load_extension(database.handle, 1)
        defer { sqlite3_enable_load_extension(database.handle, 0) }
        for path in paths {
            var message: UnsafeMutablePointer<CChar>?
            let code = sqlite3_load_extension(database.handle, path, nil, &message)
            guard code != SQLITE_OK else { continue }
            defer { sqlite3_free(message) }
            let reason = message.map { String(cString: $0) } ?? "it can't be loaded"
            throw DatabaseError(
                .connection, code: ResultCode.name(code), message: "cannot load the extension \(path): \(reason)")
        }
    }
}
