import AutogenConnection
import AutogenSchema

/// What a refused statement of the declared schema tells.
enum Refusal {
    /// A `DROP` finds nothing in an empty database, and must not be tried again when there is something.
    static func isPointlessDrop(_ statement: SourceStatement) -> Bool {
        let words = statement.keywords
        return words.first == "DROP" || words.first == "ALTER" && words.contains("DROP")
    }
}

extension Connection {
    /// The error with which the database refuses a script; other errors, such as a lost connection, are thrown.
    func refusal(of script: SQL) async throws(DatabaseError) -> DatabaseError? {
        do throws(DatabaseError) {
            try await execute(script)
            return nil
        } catch {
            guard error.isRefusal else { throw error }
            // The engine may have ended the transaction with the statement; then there is nothing to roll back.
            if !dialect.loading.runsScriptsWhole { try? await execute("ROLLBACK") }
            return error
        }
    }
}
