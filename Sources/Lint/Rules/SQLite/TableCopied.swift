import AutogenPlan
import AutogenSchema

/// SQLite: all rows of a table are written to a new one, while nobody else writes to the database.
///
/// SQLite can add, drop and rename columns by itself; anything else takes a new table. The larger the table,
/// the longer the database is locked, and the file may grow by as much: have room on the disk, and let nobody
/// wait for a write meanwhile.
enum TableCopied: StatementRule {
    static let code = "table-copied"
    static let severity = LintSeverity.note

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard let use = statement.facts.uses.first(where: { $0.effect == .copied }) else { return nil }
        return LintFault(
            "all rows of \(use.relation) are written to a new table",
            "have room on the disk for the table once more, and nobody waiting for a write")
    }
}
