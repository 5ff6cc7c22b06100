import AutogenSQLText

/// An index is built while nobody can write to the table.
///
/// `CREATE INDEX` holds SHARE until the whole table is read and sorted. Build it beside the clients instead;
/// a script that does so has `-- transaction: no`, and an attempt that fails is cleaned up and made again.
///
/// ```sql
/// CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
/// ```
///
/// On a table with partitions: `CREATE INDEX ... ON ONLY parent`, one `CONCURRENTLY` for each partition, then
/// `ALTER INDEX ... ATTACH PARTITION`.
enum IndexBlocksWrites: StatementRule {
    static let code = "index-blocks-writes"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let isIndex = statement.sql.starts(with: "CREATE", "INDEX") || statement.sql.starts(with: "CREATE", "UNIQUE")
        guard isIndex, !statement.slow.isEmpty else { return nil }
        return LintFault(
            message: statement.slowText, advice: "CREATE INDEX CONCURRENTLY, in a script with -- transaction: no")
    }
}
