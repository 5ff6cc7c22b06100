import AutogenPlan

/// Programs that run now ask by the old name, and fail the moment the new one is there.
///
/// Either the programs are stopped meanwhile, or the old name goes on as a view for as long as they run.
///
/// ```sql
/// ALTER TABLE users RENAME TO people;
/// CREATE VIEW users AS SELECT * FROM people;
/// ```
enum RenameBreaksClients: StatementRule {
    static let code = "rename-breaks-clients"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard let altered = statement.alteredTable,
            let clause = altered.clauses.first(where: {
                $0.begins(with: "RENAME") && !$0.begins(with: "RENAME", "CONSTRAINT")
                    || $0.begins(with: "SET", "SCHEMA")
            }), statement.facts.uses.contains(where: { $0.lock?.blocksReads == true }),
            !script.after.hasRelation(altered.table) || clause.begins(with: "RENAME", "COLUMN")
                || !clause.begins(with: "RENAME", "TO") && !clause.begins(with: "SET")
        else { return nil }
        let what =
            clause.begins(with: "RENAME", "TO") || clause.begins(with: "SET")
            ? "its old name" : "the old name of a column"
        return LintFault(
            message: "programs that run now ask \(altered.table.joined(separator: ".")) by \(what)",
            advice: "keep the old name as a view until no program asks by it")
    }
}
