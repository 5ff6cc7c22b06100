/// All rows of a table are gone through while clients wait, by a statement that has no rule of its own.
///
/// The longer the table, the longer they wait. Look for a way in steps: without a look at the rows first, and
/// the look, or the work, in transactions that take no such lock.
enum SlowUnderLock: StatementRule {
    static let code = "slow-under-lock"

    /// The rules that know the statement, and say what to do.
    private static let known: [any StatementRule.Type] = [
        IndexBlocksWrites.self, ReindexBlocks.self, CheckScans.self, ForeignKeyScans.self, NotNullScans.self,
        ConstraintBuildsIndex.self, TypeRewrites.self, ColumnRewrites.self, StorageRewrites.self, AttachScans.self,
    ]

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty, known.allSatisfy({ $0.fault(statement, in: script) == nil }) else { return nil }
        return LintFault(
            message: statement.slowText, advice: "do the work in transactions that lock nothing which clients need")
    }
}
