import AutogenSchema

/// A table is copied and loses `AUTOINCREMENT`: the number of a row that was deleted goes to a new row.
///
/// What remembers numbers of rows outside of the database, such as a client that is offline, takes the new row for the old
/// one.
///
/// ```sql
/// CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
/// ```
enum AutoincrementLost: LintRule {
    static let code = "autoincrement-lost"

    static func faults(in script: LintScript) -> [LintFault] {
        let before = tables(script.before)
        let after = tables(script.after)
        return before.subtracting(after).sorted().compactMap { table in
            guard script.after.contains(table) else { return nil }
            return script.fault(
                "numbers of rows of \(SQL.shown(table.path)) that are gone are given to new ones from now on",
                "leave AUTOINCREMENT where anything outside remembers numbers", of: table)
        }
    }

    private static func tables(_ catalog: Catalog) -> Set<ObjectID> {
        Set(
            catalog.ids(of: .constraint).filter { catalog.body($0, as: Constraint.self)?.autoincrement.value == true }
                .map { ObjectID(.table, path: $0.tablePath) })
    }
}
