import AutogenSchema

/// Tells the statements that an engine refuses inside a transaction.
///
/// Sources: <https://www.postgresql.org/docs/current/sql-commands.html>, each command's page;
/// <https://www.sqlite.org/lang_vacuum.html>, <https://www.sqlite.org/lang_attach.html>.
enum Autocommit {
    /// Whether a statement must stand alone, outside a transaction.
    static func isNeeded(_ statement: ScriptStatement, in dialect: Dialect) -> Bool {
        let words = statement.words
        guard let first = words.first else { return false }
        let second = words.count > 1 ? words[1] : ""
        switch dialect {
        case .sqlite:
            return ["vacuum", "attach", "detach"].contains(first) || first == "pragma" && second == "journal_mode"
        case .postgresql:
            switch first {
            case "vacuum": return true
            case "create":
                return ["database", "tablespace", "subscription"].contains(second) || isConcurrent(words, "index")
            case "drop":
                return ["database", "tablespace", "subscription"].contains(second) || isConcurrent(words, "index")
            case "alter":
                return second == "system" || second == "subscription" && words.contains("publication")
                    || second == "database" && words.contains("tablespace")
                    || second == "table" && words.contains("detach") && words.last == "concurrently"
            case "reindex":
                return words.contains("concurrently") || words.contains("database") || words.contains("system")
                    || words.contains("schema")
            case "cluster": return words.count == 1 || second == "verbose" && words.count == 2
            default: return false
            }
        }
    }

    /// Whether a statement may end a transaction of its own.
    static func mayCommit(_ statement: ScriptStatement) -> Bool {
        statement.words.first == "call" || statement.words.first == "do"
    }

    private static func isConcurrent(_ words: [String], _ kind: String) -> Bool {
        guard let index = words.prefix(3).firstIndex(of: kind), index + 1 < words.count else { return false }
        return words[index + 1] == "concurrently"
    }
}
