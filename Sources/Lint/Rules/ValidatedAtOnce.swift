import AutogenPlan
import AutogenSchema

/// A constraint is added without a look at the rows, and validated in the same transaction.
///
/// The strong lock of the first statement lasts until the end of the transaction, so the second is no better
/// than adding the constraint at once. Validate it in a transaction of its own.
enum ValidatedAtOnce: StatementRule {
    static let code = "validated-at-once"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard let altered = statement.alteredTable,
            altered.clauses.contains(where: { $0.begins(with: "VALIDATE", "CONSTRAINT") }),
            let held = statement.facts.held.first(where: { $0.relation.ownName == altered.table.last })
        else { return nil }
        return LintFault(
            message:
                "an earlier statement of this transaction holds \(held.relation) under \(held.lock?.rawValue ?? "")",
            advice: "VALIDATE CONSTRAINT in a transaction of its own")
    }
}
