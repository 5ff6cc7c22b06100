import AutogenSQLText

/// A table is written anew to lie otherwise on disk, while nobody reads or writes.
///
/// `SET LOGGED`, `SET UNLOGGED`, `SET ACCESS METHOD`, `SET TABLESPACE`, `CLUSTER` and `VACUUM FULL` know no
/// other way: take a quiet hour, and say so in the script.
enum StorageRewrites: StatementRule {
    static let code = "storage-rewrites"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let moves = ["LOGGED", "UNLOGGED", "ACCESS", "TABLESPACE"]
        let isStorage =
            statement.sql.starts(with: "CLUSTER") || statement.sql.starts(with: "VACUUM")
            || statement.alteredTable?.clauses.contains { clause in
                clause.words.first == "SET" && moves.contains(clause.words.dropFirst().first ?? "")
            } == true
        guard isStorage, statement.isRewriting else { return nil }
        return LintFault(message: statement.slowText, advice: "run it when the table may be taken")
    }
}
