/// Tells from the first words of a PostgreSQL statement what it is for.
///
/// What reaches beyond one database is never run: the scratch database lies on a server that others use.
enum PostgresPurpose {
    static func of(_ statement: SourceStatement) -> StatementPurpose {
        let words = statement.keywords
        let first = words.first ?? ""
        switch first {
        case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE", "LOCK",
            "DISCARD":
            return .ignored
        case "SET", "RESET":
            return setting(statement, words)
        case "SELECT", "VALUES", "TABLE", "WITH", "EXPLAIN", "CALL", "FETCH", "DECLARE", "EXECUTE":
            return query(words, first)
        case "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE":
            return .data(word: first)
        case "COPY":
            return words.contains("STDIN") ? .ignored : .data(word: first)
        case "VACUUM", "ANALYZE", "ANALYSE", "CHECKPOINT", "REINDEX", "LISTEN", "UNLISTEN", "NOTIFY", "SHOW", "CLOSE":
            return .skipped(.note, "\(first) has no part in a schema and is skipped")
        case "CREATE", "ALTER", "DROP":
            return object(statement, words)
        case "COMMENT", "SECURITY", "GRANT", "REVOKE":
            return attribute(words, first)
        case "REASSIGN":
            return .skipped(.warning, "REASSIGN OWNED reaches other databases and is skipped")
        default:
            return .schema
        }
    }

    private static func setting(_ statement: SourceStatement, _ words: [String]) -> StatementPurpose {
        let name = words.dropFirst().first { !["SESSION", "LOCAL"].contains($0) } ?? ""
        let value = statement.text.lowercased()
        switch name {
        case "TRANSACTION", "CONSTRAINTS", "CHARACTERISTICS":
            return .ignored
        case "CLIENT_ENCODING", "NAMES":
            if value.contains("utf8") || value.contains("utf-8") || value.contains("unicode") { return .ignored }
            return .skipped(.warning, "the encoding is not changed: every file is read as UTF-8")
        default:
            return .setting
        }
    }

    private static func query(_ words: [String], _ first: String) -> StatementPurpose {
        if words.prefix(3).contains("SET_CONFIG") { return .setting }
        if words.prefix(3).contains("SETVAL") { return .schema }
        return .data(word: first)
    }

    private static func object(_ statement: SourceStatement, _ words: [String]) -> StatementPurpose {
        let kind = words.count > 1 ? words[1] : ""
        switch kind {
        case "DATABASE", "TABLESPACE", "SYSTEM":
            return .skipped(.note, "\(words[0]) \(kind) concerns the server and is skipped")
        case "ROLE", "USER", "GROUP":
            if words.count > 2, words[2] == "MAPPING" { return .schema }
            guard words[0] == "CREATE", statement.words.count > 2 else {
                return .skipped(.note, "\(words[0]) \(kind) concerns the server and is skipped")
            }
            return .role(statement.words[2].foldedName)
        case "SUBSCRIPTION":
            let running = ["ENABLE", "DISABLE", "REFRESH", "SKIP"]
            guard words[0] == "ALTER", words.dropFirst(3).contains(where: running.contains) else { return .schema }
            return .skipped(.note, "whether a subscription runs is no part of a schema, and this is skipped")
        case "OWNED" where words[0] == "DROP":
            return .skipped(.warning, "DROP OWNED reaches other databases and is skipped")
        case "EXTENSION" where words[0] == "CREATE" && statement.words.last?.foldedName == "plpgsql":
            // Every database has it from the start.
            return .ignored
        default:
            return .schema
        }
    }

    private static func attribute(_ words: [String], _ first: String) -> StatementPurpose {
        let marker = words.firstIndex(of: "ON")
        let receiver = words.firstIndex { $0 == "TO" || $0 == "FROM" }
        if first == "GRANT" || first == "REVOKE", let receiver, receiver < marker ?? .max {
            return .skipped(.note, "\(first) of a role concerns the server and is skipped")
        }
        guard let marker, marker + 1 < words.count else { return .schema }
        let kind = words[marker + 1]
        let shared = ["DATABASE", "TABLESPACE", "ROLE", "PARAMETER"]
        return shared.contains(kind)
            ? .skipped(.note, "\(first) ON \(kind) concerns the server and is skipped") : .schema
    }
}
