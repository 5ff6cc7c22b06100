/// The statements around a script that make it run as one: what a person's script may bring, and autogen does by itself.
enum TransactionFrame {
    /// The statements without `BEGIN` and `COMMIT` around them and without SQLite's switching of foreign keys, which has
    /// no effect inside a transaction; any other transaction statement is an error.
    static func removed(from statements: [ScriptStatement], file: String) throws(MigrationError) -> [ScriptStatement] {
        var kept = statements.filter { !isForeignKeySwitch($0) }
        if let first = kept.first, let last = kept.last, kept.count > 1, isBegin(first), isCommit(last) {
            kept = Array(kept.dropFirst().dropLast())
        }
        if let other = kept.first(where: { isBegin($0) || isCommit($0) || isRollback($0) }) {
            throw refusal(of: other, file: file)
        }
        return kept
    }

    static func refusal(of statement: ScriptStatement, file: String) -> MigrationError {
        .ownTransaction(
            file: file, line: statement.line, column: statement.column,
            word: statement.words.first?.uppercased() ?? "")
    }

    private static func isForeignKeySwitch(_ statement: ScriptStatement) -> Bool {
        guard statement.words.first == "pragma" else { return false }
        return statement.words.contains { $0 == "foreign_keys" || $0 == "foreign_key_check" }
    }

    static func isBegin(_ statement: ScriptStatement) -> Bool {
        statement.words.first == "begin" || statement.words.prefix(2) == ["start", "transaction"]
    }

    static func isCommit(_ statement: ScriptStatement) -> Bool {
        statement.words.first == "commit" || statement.words.first == "end"
    }

    static func isRollback(_ statement: ScriptStatement) -> Bool {
        guard statement.words.first == "rollback" || statement.words.first == "abort" else { return false }
        return !statement.words.contains("to")
    }
}
