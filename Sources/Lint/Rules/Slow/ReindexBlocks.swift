import AutogenSQLText

/// Indexes are built anew while nobody can write.
///
/// ```sql
/// REINDEX INDEX CONCURRENTLY users_email_idx;
/// ```
enum ReindexBlocks: SlowRule {
    static let code = "reindex-blocks"
    static let rewrites: Bool? = nil

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        statement.sql.starts(with: "REINDEX")
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "REINDEX ... CONCURRENTLY, in a script with -- transaction: no"
    }

    static func fix(of statement: LintStatement, in script: LintScript) -> String? {
        ["INDEX", "TABLE", "SCHEMA"].lazy.compactMap { statement.inserting("CONCURRENTLY", behind: $0) }.first
    }
}
