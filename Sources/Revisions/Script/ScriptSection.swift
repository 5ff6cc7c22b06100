import AutogenPlan
import AutogenSchema

/// The statements of a plan as a section of a revision script.
struct ScriptSection {
    let sql: String
    let isTransactional: Bool

    /// Leaves out `BEGIN`, `COMMIT` and the switching of foreign keys around the statements: applying a revision does
    /// that itself.
    init(_ statements: [Statement], in dialect: Dialect) {
        let kept = statements.filter { statement in
            let parsed = StatementSplitter.split(statement.sql.text, dialect: dialect, firstLine: 1)
            return !parsed.allSatisfy(TransactionFrame.isFrame)
        }
        sql = ScriptText.text(of: kept, in: dialect)
        isTransactional = kept.allSatisfy(\.isTransactional)
    }
}
