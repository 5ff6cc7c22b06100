import AutogenSQLText

/// Indexes are built anew while nobody can write.
///
/// ```sql
/// REINDEX INDEX CONCURRENTLY users_email_idx;
/// ```
enum ReindexBlocks: StatementRule {
    static let code = "reindex-blocks"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard statement.sql.starts(with: "REINDEX"), !statement.slow.isEmpty else { return nil }
        return LintFault(
            message: statement.slowText, advice: "REINDEX ... CONCURRENTLY, in a script with -- transaction: no")
    }
}
