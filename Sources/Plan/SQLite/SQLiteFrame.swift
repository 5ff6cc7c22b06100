import AutogenDiff
import AutogenSchema

/// The statements around a script that rebuilds tables.
///
/// Foreign keys are switched off before the transaction, where alone that has an effect: else dropping a table would
/// delete or refuse on behalf of the tables that refer to it. They are switched on after it, so a connection that had
/// them off ends with them on; autogen, when it runs the script itself, restores what was. `legacy_alter_table` keeps
/// the references of views, triggers and foreign keys as they are while a table is renamed
/// (<https://www.sqlite.org/pragma.html#pragma_legacy_alter_table>).
///
/// All old tables are renamed first, in the transaction. So when anything fails and the transaction is rolled back, the
/// `DROP TABLE` statements that follow find no table of that name: a shell that goes on after an error loses no row.
enum SQLiteFrame {
    private static let guardTable: SQL = "temp.autogen_guard"

    static func framed(_ statements: [Statement], in context: PlanContext) -> [Statement] {
        let rebuilds = context.altered.values.sorted { $0.id < $1.id }.compactMap { TableRebuild($0, in: context) }
        let dropsColumns = context.dropped.contains { id in
            id.kind == .column && context.from.parents[id].map { !context.dropped.contains($0) } ?? false
        }
        let hasCode = context.from.objects.keys.contains { $0.kind == .view || $0.kind == .trigger }
        var script = statements
        if !rebuilds.isEmpty {
            let start = rebuilds.map(\.renaming) + [Statement("CREATE TABLE \(guardTable) (copied CHECK (copied))")]
            script = start + script + [Statement("DROP TABLE \(guardTable)")]
        }
        if !rebuilds.isEmpty || (dropsColumns && hasCode) {
            script =
                [Statement("PRAGMA legacy_alter_table = ON")] + script + [Statement("PRAGMA legacy_alter_table = OFF")]
        }
        guard !rebuilds.isEmpty || dropsReferencedTable(in: context) else { return script }
        // A database whose keys were unsound before could never be changed if they had to be sound after.
        if ForeignKeyTargets.areSound(in: context.from) { script.append(Statement("PRAGMA foreign_key_check")) }
        return [outside("PRAGMA foreign_keys = OFF"), outside("BEGIN")] + script + [
            outside("COMMIT"), outside("PRAGMA foreign_keys = ON"),
        ]
    }

    /// Rolls back unless the new table has as many rows as the old one.
    static func check(that table: String, has aside: String) -> Statement {
        Statement(
            """
            INSERT OR ROLLBACK INTO \(guardTable)
            SELECT (SELECT count(*) FROM \(name: table)) = (SELECT count(*) FROM \(name: aside))
            """)
    }

    private static func outside(_ sql: SQL) -> Statement { Statement(sql, isTransactional: false) }

    private static func dropsReferencedTable(in context: PlanContext) -> Bool {
        context.dropped.contains { id in
            id.kind == .table
                && (context.dependents[id] ?? []).contains { $0.kind == .constraint && context.from.parents[$0] != id }
        }
    }
}
