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
        let columns = altered.clauses.filter { demandsValue($0) }.compactMap(\.column)
        for column in columns {
            let id = ObjectID(.column, path: script.path(of: script.lastName(of: altered.table)) + [column])
            // What the server fills by itself has a default, or one of its type, when the script has run.
            guard let body = script.after.body(id, as: Column.self), body.identity == nil, body.generated == nil,
                !script.hasDefault(id, body)
            else { continue }
            return LintFault(
                "\(SQL.shown(altered.table + [column])) must have a value, and no row that is there has one: the statement fails on the first",
                "give it a DEFAULT, or add it without NOT NULL, fill the rows, and SET NOT NULL then")
        }
        return nil
    }

    private static func demandsValue(_ clause: AlterClause) -> Bool {
        clause.addsColumn && (clause.has("NOT", "NULL") || clause.has("PRIMARY", "KEY"))
            && (!clause.has("DEFAULT") || clause.has("DEFAULT", "NULL"))
            && !clause.has("GENERATED")
    }
}

extension LintScript {
    /// The name that a table has when the script is through.
    func lastName(of table: [String]) -> [String] {
        statements.reduce(table) { name, statement in
            guard let altered = statement.alteredTable, altered.table.last == name.last,
                let clause = altered.clauses.first(where: {
                    $0.newName != nil && $0.column == nil && $0.constraint == nil
                }),
                clause.words.first == "RENAME", let new = clause.newName
            else { return name }
            return name.dropLast() + [new]
        }
    }
}
