import AutogenSQLText
import AutogenSchema

extension PostgresEngine: StatementEngine {
    /// Source: <https://www.postgresql.org/docs/current/sql-commands.html>, each command's page.
    func mustStandAlone(_ statement: ScriptStatement) -> Bool {
        let words = statement.words
        guard let first = words.first else { return false }
        let second = words.count > 1 ? words[1] : ""
        switch first {
        case "vacuum": return true
        case "create", "drop":
            return ["database", "tablespace", "subscription"].contains(second) || Self.isConcurrentIndex(words)
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

    private static func isConcurrentIndex(_ words: [String]) -> Bool {
        guard let index = words.prefix(3).firstIndex(of: "index"), index + 1 < words.count else { return false }
        return words[index + 1] == "concurrently"
    }

    /// What takes a lock for which others wait only to change the schema, or to write into a materialized view
    /// (<https://www.postgresql.org/docs/current/explicit-locking.html>).
    func letsOthersWork(_ statement: ScriptStatement) -> Bool {
        let words = statement.words
        return switch words.first {
        case "vacuum": !words.contains("full")
        case "create", "drop": Self.isConcurrentIndex(words)
        case "reindex", "refresh": words.contains("concurrently")
        case "alter": Self.isValidation(statement) || ConcurrentDetach(statement) != nil
        default: false
        }
    }

    /// `ALTER TABLE name VALIDATE CONSTRAINT name`, and nothing else in the statement.
    private static func isValidation(_ statement: ScriptStatement) -> Bool {
        var reader = statement.sql.reader
        guard reader.skip("ALTER", "TABLE") else { return false }
        reader.skip("IF", "EXISTS")
        reader.skip("ONLY")
        return reader.name() != nil && reader.skip("VALIDATE", "CONSTRAINT") && reader.name() != nil && reader.isAtEnd
    }

    func setsLockLimit(_ statement: ScriptStatement) -> Bool {
        statement.sql.sets("lock_timeout")
    }

    /// A procedure and a block may commit.
    func mayNeedToStandAlone(_ statement: ScriptStatement) -> Bool {
        statement.words.first == "call" || statement.words.first == "do"
    }

    func isLastingSetting(_ statement: ScriptStatement) -> Bool {
        guard statement.words.first == "set", let second = statement.words.dropFirst().first else { return false }
        return !["local", "constraints", "transaction"].contains(second)
    }

    func leftOut(of sql: String) -> [String] { SQLStatement.all(in: sql, syntax).compactMap(ServerWide.name) }
}
