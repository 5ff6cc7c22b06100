import AutogenDiff
import AutogenSchema

/// The statements around a script that rebuilds tables.
///
/// Foreign keys are off meanwhile (``Statement/suspendsForeignKeys``): else dropping a table would delete or refuse on
/// behalf of the tables that refer to it. `legacy_alter_table` keeps
/// the references of views, triggers and foreign keys as they are while a table is renamed
/// (<https://www.sqlite.org/pragma.html#pragma_legacy_alter_table>).
///
/// A shell that goes on after an error must lose no row. So a check that fails leaves the transaction open, in which all
/// that follows can do no harm, and the last statement before `COMMIT` rolls back unless everything has been done: see
/// ``CompletionGuard``. Where SQLite itself rolls back, as when the disk is full, the `DROP TABLE` statements that
/// follow find no table of that name, since all old tables are renamed first, in the transaction. `BEGIN` takes no lock
/// for the same reason: it can't fail while another connection holds the file.
enum SQLiteEnvelope {
    /// Its constraints, by their names, are what an error message says.
    static let guardTable: SQL = "temp.autogen_guard"

    static func around(_ statements: [Statement], in context: ObjectPlan) -> [Statement] {
        let rebuilds = context.altered.values.sorted { $0.id < $1.id }.compactMap { TableRebuild($0, in: context) }
        let foreignKeys = ForeignKeyGuard(in: context)
        let isGuarded = !rebuilds.isEmpty || !foreignKeys.isEmpty
        // A refusal takes the renaming back too, before anything else.
        var script = rebuilds.map(\.renaming) + (isGuarded ? creation : []) + statements
        if !foreignKeys.isEmpty { script = [foreignKeys.first] + script + foreignKeys.last }
        if isGuarded {
            let checks = 1 + rebuilds.count + foreignKeys.count
            script += [CompletionGuard(in: context).statement(after: checks), Statement("DROP TABLE \(guardTable)")]
        }
        if !rebuilds.isEmpty || dropsColumnsBesideCode(in: context) {
            script =
                [Statement("PRAGMA legacy_alter_table = ON")] + script + [Statement("PRAGMA legacy_alter_table = OFF")]
        }
        if isGuarded || dropsReferencedTable(in: context) {
            for index in script.indices { script[index].suspendsForeignKeys = true }
        }
        // Said before anything is changed.
        if !script.isEmpty { script[0].hazards += FlawedCode.hazards(in: context) }
        return script
    }

    private static let creation = [
        Statement(
            """
            CREATE TABLE \(guardTable) (
                suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
                copied CONSTRAINT "every row is copied" CHECK (copied),
                sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
                complete CONSTRAINT "every statement has been run" CHECK (complete)
            )
            """),
        // Inside a transaction of the caller's, the PRAGMA at the start has done nothing.
        Statement(
            "INSERT INTO \(guardTable) (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys"),
    ]

    /// Fails unless the new table has as many rows as the old one.
    static func check(that table: String, has aside: String) -> Statement {
        Statement(
            """
            INSERT INTO \(guardTable) (copied)
            SELECT (SELECT count(*) FROM \(name: table)) = (SELECT count(*) FROM \(name: aside))
            """)
    }

    /// `DROP COLUMN` otherwise reads all views and triggers, and fails on one that names what is not there.
    private static func dropsColumnsBesideCode(in context: ObjectPlan) -> Bool {
        let dropsColumns = context.dropped.contains { id in
            id.kind == .column && context.from.parent(of: id).map { !context.dropped.contains($0) } ?? false
        }
        return dropsColumns && context.from.objects.ids.contains { $0.kind == .view || $0.kind == .trigger }
    }

    /// With foreign keys on, `DROP TABLE` deletes the rows first, and acts on those that refer to them, its own too.
    private static func dropsReferencedTable(in context: ObjectPlan) -> Bool {
        context.dropped.contains { id in
            id.kind == .table
                && (context.dependents[id] ?? []).contains { dependent in
                    context.from.body(dependent, as: Constraint.self)?.type == .foreignKey
                }
        }
    }
}
