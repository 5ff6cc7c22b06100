import AutogenPlan

/// Rows are changed in the transaction that changes the schema.
///
/// All rows stay locked, and what the schema's change has locked stays locked, until the last row is written;
/// where it fails, all of it is done again. Change the schema first, and the rows in transactions of their
/// own, in batches.
enum BackfillWithChange: StatementRule {
    static let code = "backfill-with-change"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard statement.changesRows,
            let table = statement.facts.uses.first(where: { $0.effect == .scanned })
        else { return nil }
        let others = script.statements.filter { $0.transaction == statement.transaction && !$0.changesRows }
        let changes = others.contains { $0.facts.uses.contains { $0.lock.map { $0 > .rowExclusive } == true } }
        guard changes else { return nil }
        return LintFault(
            "all rows of \(table.relation) are gone through in the transaction that changes the schema",
            "change the schema in one revision, and the rows in the next, in batches")
    }
}
