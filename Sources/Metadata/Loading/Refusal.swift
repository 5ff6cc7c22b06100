import AutogenConnection

/// What a refused statement of the declared schema tells.
enum Refusal {
    /// A `DROP` finds nothing in an empty database, and must not be tried again when there is something.
    static func isPointlessDrop(_ statement: SourceStatement) -> Bool {
        let words = statement.keywords
        return words.first == "DROP" || words.first == "ALTER" && words.contains("DROP")
    }

    /// The advice for errors whose cause lies outside the database.
    static func hint(_ error: DatabaseError, _ statement: SourceStatement) -> String? {
        guard error.hint == nil, error.code == "42704" else { return error.hint }
        let names = statement.keywords
        guard error.message.contains("role "), names.contains("OWNER") || names.contains("TO") else { return nil }
        return "roles belong to the server: create the role there, or declare it with CREATE ROLE in a schema file"
    }
}
