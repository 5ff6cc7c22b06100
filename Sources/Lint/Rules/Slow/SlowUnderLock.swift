/// All rows of a table are gone through while clients wait, by a statement that has no rule of its own.
///
/// The longer the table, the longer they wait. Look for a way in steps: without a look at the rows first, and
/// the look, or the work, in transactions that take no such lock.
enum SlowUnderLock: StatementRule {
    static let code = "slow-under-lock"

    /// The rules that know the statement say what to do, and what fails on the first row keeps nobody waiting.
    static var yieldsTo: [any LintRule.Type] {
        Linter.rules.filter { $0 is any SlowRule.Type } + [UndecidedFill.self]
    }

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty else { return nil }
        return LintFault(statement.slowText, "do the work in transactions that lock nothing which clients need")
    }
}
