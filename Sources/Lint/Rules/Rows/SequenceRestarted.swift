import AutogenSQLText

/// A sequence begins again: it may give numbers that rows have already.
///
/// ```sql
/// SELECT setval('orders_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM orders), false);
/// ```
enum SequenceRestarted: StatementRule {
    static let code = "sequence-restarted"
    static let severity = LintSeverity.note
    static let isOn = false

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard restarts(statement) else { return nil }
        return LintFault(
            "numbers may be given that rows have already", "take the next number from the rows that are there")
    }

    private static func restarts(_ statement: LintStatement) -> Bool {
        switch statement.shape {
        case .alter("SEQUENCE", let name, let words, _): return words.contains("RESTART") && !name.isEmpty
        case .alterTable(_, let clauses): return clauses.contains { $0.column != nil && $0.isFollowed(by: "RESTART") }
        case .createTable, .createIndex, .createPart, .create, .alter, .drop, .other: break
        }
        return statement.sql.starts(with: "SELECT", "SETVAL")
    }
}
