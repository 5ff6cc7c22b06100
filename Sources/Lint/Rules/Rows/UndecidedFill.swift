import AutogenSchema

/// A column that must have a value comes to a table, and nothing says which value the rows get: the statement fails as
/// soon as the table holds one row.
///
/// That nothing failed so far is because the scratch database is empty. Say what the rows get: by a default, by
/// `autogen revision --fill`, or in steps.
///
/// ```sql
/// ALTER TABLE orders ADD COLUMN channel text;
/// UPDATE orders SET channel = 'web';  -- of a long table in batches, in a revision of its own
/// ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
/// ```
enum UndecidedFill: StatementRule {
    static let code = "undecided-fill"
    static let severity = LintSeverity.error

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard let altered = statement.alteredTable, script.known(altered.table) != nil else { return nil }
        for clause in altered.clauses where demandsValue(clause) {
            guard let column = clause.column,
                let id = script.column(column, of: altered.table, at: statement),
                // What has a default of its type is given that.
                let body = script.after.body(id, as: Column.self), body.identity == nil, body.generated == nil,
                !script.hasDefaultOfType(id)
            else { continue }
            return LintFault(
                "\(SQL.shown(altered.table + [column])) must have a value, and no row that is there has one: the statement fails on the first",
                "give it a DEFAULT, or add it without NOT NULL, fill the rows, and SET NOT NULL then")
        }
        return nil
    }

    /// A default that comes by another statement comes too late for the rows that are there.
    private static func demandsValue(_ clause: AlterClause) -> Bool {
        let serial = ["SERIAL", "BIGSERIAL", "SMALLSERIAL", "SERIAL2", "SERIAL4", "SERIAL8"]
        return clause.addsColumn && (clause.has("NOT", "NULL") || clause.has("PRIMARY", "KEY"))
            && (!clause.has("DEFAULT") || clause.has("DEFAULT", "NULL")) && !clause.has("GENERATED")
            && !serial.contains { clause.has($0) }
    }
}
