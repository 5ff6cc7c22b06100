import AutogenPlan
import AutogenSQLText

/// `TRUNCATE ... CASCADE` empties whatever refers to the table, and what refers to that, whether it is named
/// or not.
///
/// Name the tables that are to be empty.
enum TruncateCascades: StatementRule {
    static let code = "truncate-cascades"
    static let severity = LintSeverity.error

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard statement.sql.starts(with: "TRUNCATE"), statement.sql.words.last == "CASCADE" else { return nil }
        let tables = statement.facts.uses.filter { $0.lock?.blocksReads == true }.map { "\($0.relation)" }
        return LintFault(
            message: "it empties \(tables.isEmpty ? "whatever refers to the table" : tables.joined(separator: ", "))",
            advice: "name the tables that are to be empty, without CASCADE")
    }
}
