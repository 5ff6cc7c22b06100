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
            // What it takes itself is the table that it names, whatever schema that is in.
            let held = statement.facts.held.first(where: { held in
                statement.facts.uses.contains { $0.relation == held.relation }
                    && held.relation.ownName == altered.table.last
            })
        else { return nil }
        return LintFault(
            "an earlier statement of this transaction holds \(held.relation) under \(held.lock?.rawValue ?? "")",
            "VALIDATE CONSTRAINT in a transaction of its own")
    }
}
