import AutogenPlan
import AutogenSchema

/// Programs that run now still ask for a table or a column that goes.
///
/// Two steps are safe: first no program asks for it any more, then it goes, in a later revision. A table can be given
/// another name in between: what still asks for it is heard of while the rows are there.
///
/// ```sql
/// ALTER TABLE drafts RENAME TO drafts_going;
/// -- a week later
/// DROP TABLE drafts_going;
/// ```
enum DropBreaksClients: StatementRule {
    static let code = "drop-breaks-clients"
    static let severity = LintSeverity.note

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let advice = "drop it in a revision that is applied once no program asks for it"
        if let altered = statement.alteredTable {
            let column = altered.clauses.lazy.filter { $0.words.first == "DROP" }.compactMap(\.column).first
            guard let column, statement.facts.uses.contains(where: { $0.lock?.blocksReads == true }) else { return nil }
            return LintFault(
                "programs that run now may ask for the column \(SQL.shown(altered.table + [column])), which goes",
                advice)
        }
        let gone = statement.facts.uses.first { use in
            use.effect == .dropped && use.relation.kind == Kind.table.rawValue
                && !script.relationsAfter.contains(use.relation.path)
        }
        return gone.map { LintFault("programs that run now may ask for \($0.relation), which goes", advice) }
    }
}
