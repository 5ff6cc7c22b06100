/// PostgreSQL's statements that act on the whole server, or on another: they have no part in the schema of a database, and
/// never run in a scratch one.
///
/// This is for what is said only; that nothing else reaches the server is up to the rights of the role that runs it.
package enum ServerWide {
    /// How the statement begins, where it is one: `CREATE ROLE`.
    package static func name(of statement: SQLStatement) -> String? {
        let words = statement.words
        guard let first = words.first else { return nil }
        switch first {
        case "CREATE", "ALTER", "DROP": return object(words, first)
        case "GRANT", "REVOKE", "COMMENT", "SECURITY": return attribute(words, first)
        case "REASSIGN": return "REASSIGN OWNED"
        case "CHECKPOINT": return first
        case "SELECT", "PERFORM", "VALUES": return function(statement)
        default: return nil
        }
    }

    /// The role that the statement makes, which later ones may name.
    package static func madeRole(_ statement: SQLStatement) -> String? {
        var reader = statement.reader
        guard reader.skip("CREATE", "ROLE") || reader.skip("CREATE", "USER") || reader.skip("CREATE", "GROUP") else {
            return nil
        }
        return reader.name()?.last
    }

    private static func object(_ words: [String], _ first: String) -> String? {
        guard words.count > 1 else { return nil }
        let name = "\(first) \(words[1])"
        switch words[1] {
        case "DATABASE", "ROLE", "GROUP", "TABLESPACE", "SYSTEM": return name
        case "USER": return words.count > 2 && words[2] == "MAPPING" ? nil : name
        case "OWNED": return first == "DROP" ? name : nil
        case "SUBSCRIPTION":
            let running: Set = ["ENABLE", "DISABLE", "REFRESH", "SKIP"]
            return first == "ALTER" && words.dropFirst(2).contains(where: running.contains) ? name : nil
        default: return nil
        }
    }

    private static func attribute(_ words: [String], _ first: String) -> String? {
        let marker = words.firstIndex(of: "ON")
        if first == "GRANT" || first == "REVOKE",
            let receiver = words.firstIndex(where: { $0 == "TO" || $0 == "FROM" }), receiver < marker ?? .max
        {
            return "\(first) of a role"
        }
        guard let marker, marker + 1 < words.count else { return nil }
        let shared: Set = ["DATABASE", "TABLESPACE", "ROLE", "PARAMETER"]
        return shared.contains(words[marker + 1]) ? "\(first) ON \(words[marker + 1])" : nil
    }

    /// What is kept by the server and called as a function.
    private static let functions: Set<String> = [
        "pg_create_physical_replication_slot", "pg_create_logical_replication_slot", "pg_drop_replication_slot",
        "pg_copy_physical_replication_slot", "pg_copy_logical_replication_slot", "pg_replication_origin_create",
        "pg_replication_origin_drop", "pg_reload_conf", "pg_rotate_logfile", "pg_promote", "pg_switch_wal",
        "pg_create_restore_point",
    ]

    private static func function(_ statement: SQLStatement) -> String? {
        for (token, next) in zip(statement.tokens, statement.tokens.dropFirst()) where next.kind == .opening {
            let name = statement.reader.name(of: token)
            if let name, functions.contains(name) { return "\(name)()" }
        }
        return nil
    }
}
