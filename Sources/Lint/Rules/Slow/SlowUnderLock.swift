/// All rows of a table are gone through while clients wait, by a statement that has no rule of its own.
///
/// The longer the table, the longer they wait. Look for a way in steps: without a look at the rows first, and
/// the look, or the work, in transactions that take no such lock.
enum SlowUnderLock: StatementRule {
    static let code = "slow-under-lock"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        // The rules that know the statement say what to do.
        let known = script.dialect.lint.rules.compactMap { $0 as? any SlowRule.Type }
        guard !statement.slow.isEmpty, known.allSatisfy({ $0.fault(statement, in: script) == nil }),
            // What fails on the first row keeps nobody waiting.
            UndecidedFill.fault(statement, in: script) == nil
        else { return nil }
        return LintFault(statement.slowText, "do the work in transactions that lock nothing which clients need")
    }
}
