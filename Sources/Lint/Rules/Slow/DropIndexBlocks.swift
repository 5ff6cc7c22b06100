import AutogenPlan
import AutogenSchema
import AutogenSQLText

/// Dropping an index makes everybody who uses its table wait.
///
/// `DROP INDEX` takes ACCESS EXCLUSIVE on the table: it waits for all that runs on it, and all that comes
/// later waits behind it.
///
/// ```sql
/// DROP INDEX CONCURRENTLY users_email_idx;
/// ```
///
/// The index of a constraint, and one with partitions, can't be dropped that way.
///
/// It is off, since the lock is held for a moment only: `upgrade` gives up after a tenth of a second and tries again. Turn
/// it on where scripts are run by other means.
enum DropIndexBlocks: StatementRule {
    static let code = "drop-index-blocks"
    static let isOn = false

    /// CONCURRENTLY takes one index, and nothing that needs it.
    private static func canBeConcurrent(_ statement: LintStatement) -> Bool {
        guard case .drop(_, let names) = statement.shape else { return false }
        return names.count == 1 && statement.sql.words.last != "CASCADE"
    }

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard statement.sql.starts(with: "DROP", "INDEX"),
            let table = statement.facts.uses.first(where: {
                $0.lock?.blocksReads == true && $0.relation.kind != Kind.index.rawValue
            })
        else { return nil }
        guard !script.isPartitioned(table.relation.path) else {
            return LintFault("\(table.relation) is locked for everybody", "run it when nobody needs the table")
        }
        return LintFault(
            "\(table.relation) is locked for everybody",
            "DROP INDEX CONCURRENTLY, in a script with -- transaction: no",
            fix: canBeConcurrent(statement) ? statement.inserting("CONCURRENTLY", behind: "INDEX") : nil)
    }
}
