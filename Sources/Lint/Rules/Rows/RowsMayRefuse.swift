import AutogenSchema

/// A new key, check or `NOT NULL` is tried on rows that are there, and the script fails where one of them breaks it.
///
/// `autogen upgrade` asks the rows before it runs anything (`preflight`), so this is for who wants to know when the script
/// is written. On SQLite a column takes no NULL any more only by a copy of its table, which fails likewise.
enum RowsMayRefuse: LintRule {
    static let code = "rows-may-refuse"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        let advice = "ask the rows before: autogen upgrade does so, and --dry-run tells what it finds"
        let constraints = script.new(.constraint).compactMap { id -> LintFault? in
            guard let constraint = script.after.body(id, as: Constraint.self), !constraint.notValid.value,
                !constraint.notEnforced.value, isAboutOldValues(constraint.columns, id.tablePath, script)
            else { return nil }
            return script.fault(
                "rows that are there may break \(id)", advice, of: id, columns: constraint.columns)
        }
        let indexes = script.new(.index).compactMap { id -> LintFault? in
            guard let index = script.after.body(id, as: Index.self), index.unique,
                isAboutOldValues(index.columns, index.table, script)
            else { return nil }
            return script.fault("rows that are there may break \(id)", advice, of: id)
        }
        let columns = script.changed(Column.self).filter { $0.new.notNull && !$0.old.notNull }.map { id, _, _ in
            script.fault("a row that is there may have NULL in \(SQL.shown(id.path))", advice, of: id)
        }
        return constraints + indexes + columns
    }

    private static func isAboutOldValues(_ columns: [String], _ table: [String], _ script: LintScript) -> Bool {
        !script.isNew(table: table)
            && columns.allSatisfy { script.original(ObjectID(.column, path: table + [$0])) != nil }
    }
}
