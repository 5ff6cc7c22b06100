import AutogenPlan
import AutogenSchema
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
        let tables = statement.facts.uses.filter {
            $0.lock?.blocksReads == true && $0.relation.kind == Kind.table.rawValue
        }
        let shown = tables.map { "\($0.relation)" }.joined(separator: ", ")
        let names = tables.map { SQL.dotted($0.relation.path) }.joined(separator: ", ")
        // What the script has made itself holds what it has put there.
        guard !tables.isEmpty || !statement.facts.uses.isEmpty else { return nil }
        return LintFault(
            "it empties \(tables.isEmpty ? "whatever refers to the table" : shown)",
            "name the tables that are to be empty, without CASCADE",
            fix: tables.isEmpty ? nil : "TRUNCATE \(names);")
    }
}
