import AutogenSchema

/// A table becomes `STRICT`, and holds what it was given until now: a text in an `INTEGER` column was welcome. The copy
/// of its rows ends at the first such value.
///
/// Look for them before, and mend them in a revision of its own.
///
/// ```sql
/// SELECT rowid, * FROM users WHERE typeof(age) NOT IN ('integer', 'null');
/// ```
enum StrictConversion: LintRule {
    static let code = "strict-conversion"

    static func faults(in script: LintScript) -> [LintFault] {
        script.changed(Table.self).filter { $0.new.strict && !$0.old.strict }.map { id, _, _ in
            let columns = script.after.ids(of: .column).filter { $0.tablePath == id.path }
            let checks = columns.compactMap { column -> String? in
                guard let type = script.after.body(column, as: Column.self)?.type.uppercased(), type != "ANY" else {
                    return nil
                }
                let stored = type == "INT" ? "INTEGER" : type
                return
                    "typeof(\(SQL.quoted(name: column.name))) NOT IN (\(SQL.quoted(literal: stored.lowercased())), 'null')"
            }
            let query = "SELECT rowid, * FROM \(SQL.quoted(name: id.name)) WHERE \(checks.joined(separator: " OR "))"
            return script.fault(
                "the copy of \(SQL.shown(id.path)) ends at the first value that is not of its column's type",
                "look for such values before\(checks.isEmpty ? "" : ": \(query)")", of: id)
        }
    }
}
