import AutogenSQLText

/// A table is written anew to lie otherwise on disk, while nobody reads or writes.
///
/// `SET LOGGED`, `SET UNLOGGED`, `SET ACCESS METHOD`, `SET TABLESPACE`, `CLUSTER` and `VACUUM FULL` know no
/// other way: take a quiet hour, and say so in the script.
enum StorageRewrites: SlowRule {
    static let code = "storage-rewrites"
    static let rewrites: Bool? = true

    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool {
        let moves = ["LOGGED", "UNLOGGED", "ACCESS", "TABLESPACE"]
        return statement.sql.starts(with: "CLUSTER") || statement.sql.starts(with: "VACUUM")
            || statement.clauses.contains { clause in
                clause.words.first == "SET" && moves.contains(clause.words.dropFirst().first ?? "")
            }
    }

    static func advice(for statement: LintStatement, in script: LintScript) -> String {
        "run it when nobody needs it"
    }
}
