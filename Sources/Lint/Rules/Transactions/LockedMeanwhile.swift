import AutogenPlan
import AutogenSchema

/// A statement takes its time while an earlier one of its transaction keeps clients from a table.
///
/// A lock ends with its transaction. What was a matter of a moment lasts as long as the slow statement behind
/// it.
///
/// ```sql
/// -- in one transaction
/// ALTER TABLE users ADD COLUMN age integer;
/// -- in the next
/// UPDATE users SET age = 0;
/// ```
enum LockedMeanwhile: StatementRule {
    static let code = "locked-meanwhile"

    // What fails on the first row keeps nobody waiting.
    static let yieldsTo: [any LintRule.Type] = [ValidatedAtOnce.self, BackfillWithChange.self, UndecidedFill.self]

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let kinds = [Kind.table, .materializedView].map(\.rawValue)
        let held = statement.facts.held.filter { kinds.contains($0.relation.kind) }
        let long = statement.facts.long
        guard !long.isEmpty, !held.isEmpty else { return nil }
        let tables = held.map { "\($0.relation) (\($0.lock?.rawValue ?? ""))" }.joined(separator: ", ")
        return LintFault(
            "earlier statements of this transaction hold \(tables) while this one goes through all rows of "
                + long.map { "\($0.relation)" }.joined(separator: ", "),
            "put it in a transaction of its own, before the locks or behind them")
    }
}
