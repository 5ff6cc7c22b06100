import AutogenPlan

/// A trigger comes to a table that is there: nobody writes to it until the transaction ends.
///
/// Making it is a matter of a moment, but the lock (SHARE ROW EXCLUSIVE) waits for all who write now, and who comes
/// later waits behind it.
///
/// ```sql
/// SET LOCAL lock_timeout = '2s';
/// CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
/// ```
enum TriggerBlocksWrites: StatementRule {
    static let code = "trigger-blocks-writes"
    static let severity = LintSeverity.note
    static let isOn = false

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        switch statement.shape {
        case .createPart("TRIGGER", _, _): break
        case .createTable, .createIndex, .createPart, .create, .alterTable, .alter, .drop, .other: return nil
        }
        guard let use = statement.facts.uses.first(where: { $0.lock?.blocksWrites == true }) else { return nil }
        return LintFault(
            "\(use.relation) takes no writes until the transaction ends",
            "a transaction of its own, with lock_timeout set")
    }
}
