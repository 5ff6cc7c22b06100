import AutogenSchema

/// A primary key of `integer` ends at 2,147,483,647, one of `smallint` at 32,767, and the day it does nothing can be
/// written. Another type by then has the table written anew, with every table that refers to it.
///
/// ```sql
/// CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
/// ```
enum SmallKey: LintRule {
    static let code = "small-key"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.new(.constraint).compactMap { id in
            guard let key = script.after.body(id, as: Constraint.self), key.type == .primaryKey, key.columns.count == 1
            else { return nil }
            let column = ObjectID(.column, path: id.tablePath + key.columns)
            guard let type = script.after.body(column, as: Column.self)?.type, ["smallint", "integer"].contains(type)
            else { return nil }
            return script.fault(
                "\(SQL.shown(column.path)) is \(type): there are \(type == "integer" ? "2,147,483,647" : "32,767") numbers",
                "bigint", of: id, columns: key.columns)
        }
    }
}
