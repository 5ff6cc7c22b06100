import AutogenPlan
import AutogenSQLText

/// Triggers, and with them foreign keys, are switched off: rows come in that nothing has looked at.
///
/// `DISABLE TRIGGER` takes SHARE ROW EXCLUSIVE and holds for everybody until it is switched on again, also
/// where the script fails on its way. Write the statement so that the triggers may run.
enum ChecksSwitchedOff: StatementRule {
    static let code = "checks-switched-off"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        let isTrigger =
            statement.alteredTable?.clauses.contains { $0.begins(with: "DISABLE", "TRIGGER") } == true
            && !statement.facts.uses.isEmpty
        let isRole =
            statement.sql.starts(with: "SET") && statement.sql.words.contains("SESSION_REPLICATION_ROLE")
            && statement.sql.tokens.last.map { statement.sql.text(of: $0).lowercased().contains("replica") } == true
        guard isTrigger || isRole else { return nil }
        return LintFault(
            message: isTrigger
                ? "triggers of the table are off for everybody" : "no trigger and no foreign key looks at rows",
            advice: "leave them on; where that can't be, check the rows afterwards")
    }
}
