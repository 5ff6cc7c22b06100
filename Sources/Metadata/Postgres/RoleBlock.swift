import AutogenSQLText

/// A `DO` block that makes roles: how many a dump makes those that may be there already.
struct RoleBlock {
    let roles: [String]
    /// Whether it does nothing else, so that it need not run.
    let makesOnlyRoles: Bool

    /// `nil` for any other statement.
    init?(_ statement: SourceStatement) {
        guard statement.starts(with: "DO"),
            let body = statement.sql.tokens.first(where: { $0.kind == .dollarString || $0.kind == .string })
        else { return nil }
        var reader = SQLReader(body.value(in: statement.sql.source), .postgresql)
        var roles: [String] = []
        var isAlone = true
        while !reader.isAtEnd {
            let word = reader.keyword
            guard Self.acting.contains(word) else {
                _ = reader.next()
                continue
            }
            _ = reader.next()
            let isRole = ["ROLE", "USER", "GROUP"].contains(reader.keyword)
            guard isRole else {
                isAlone = false
                continue
            }
            _ = reader.next()
            if word == "CREATE", let name = reader.name()?.last { roles.append(name) }
        }
        guard !roles.isEmpty else { return nil }
        self.roles = roles
        makesOnlyRoles = isAlone
    }

    /// Words with which what changes something begins.
    private static let acting: Set<String> = [
        "CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "EXECUTE", "PERFORM", "CALL",
        "GRANT", "REVOKE", "COMMENT", "COPY", "SET", "LOCK", "REFRESH", "IMPORT",
    ]
}
