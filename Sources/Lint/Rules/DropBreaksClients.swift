import AutogenPlan
import AutogenSchema

/// Programs that run now still ask for what goes.
///
/// Two steps are safe: first no program asks for it any more, then it goes, in a later revision.
enum DropBreaksClients: StatementRule {
    static let code = "drop-breaks-clients"
    static let severity = LintSeverity.note

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        if let altered = statement.alteredTable {
            let drops = altered.clauses.contains { $0.begins(with: "DROP") && !$0.begins(with: "DROP", "CONSTRAINT") }
            guard drops, statement.facts.uses.contains(where: { $0.lock?.blocksReads == true }) else { return nil }
            return LintFault(
                message:
                    "programs that run now may ask for a column of \(altered.table.joined(separator: ".")) that goes",
                advice: "drop it in a revision that is applied once no program asks for it")
        }
        let gone = statement.facts.uses.filter { use in
            use.effect == .dropped && ["table", "view", "materialized view"].contains(use.relation.kind)
                && !script.after.hasRelation(use.relation.path)
        }
        guard let first = gone.first else { return nil }
        return LintFault(
            message: "programs that run now may ask for \(first.relation), which goes",
            advice: "drop it in a revision that is applied once no program asks for it")
    }
}
