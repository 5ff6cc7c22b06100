import AutogenDiff
import AutogenSchema

/// The statements around a script that rebuilds tables.
///
/// Foreign keys are off meanwhile (``Statement/suspendsForeignKeys``): else dropping a table would delete or refuse on
/// behalf of the tables that refer to it. `legacy_alter_table` keeps
/// the references of views, triggers and foreign keys as they are while a table is renamed
/// (<https://www.sqlite.org/pragma.html#pragma_legacy_alter_table>). It keeps those of the table's own checks, too, which
/// then name a table that is not there: a table with such is renamed without it, and code that names it is gone meanwhile.
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
        let altered = context.altered.values.sorted { $0.id < $1.id }
        let tables = altered.compactMap { TableRebuild($0, in: context) }
        let virtualTables = altered.compactMap { VirtualTableRebuild($0, in: context) }
        let foreignKeys = ForeignKeyGuard(in: context)
        let renamings = renamings(tables, virtualTables)
        let isGuarded = !renamings.isEmpty || !foreignKeys.isEmpty
        let early = renamings.isEmpty ? [] : statements.filter(goesBeforeRenaming)
        let late = renamings.isEmpty ? statements : statements.filter { !goesBeforeRenaming($0) }
        // A refusal takes the renaming back too, before anything else.
        var script = early + renamings + (isGuarded ? creation : []) + late
        if !foreignKeys.isEmpty { script = [foreignKeys.first] + script + foreignKeys.last }
        if isGuarded {
            let checks = 1 + tables.count + virtualTables.count(where: \.isCounted) + foreignKeys.count
            script += [CompletionGuard(in: context).statement(after: checks), Statement("DROP TABLE \(guardTable)")]
        }
        if !renamings.isEmpty { script = [legacy(true)] + script + [legacy(false)] }
        if isGuarded || dropsReferencedTable(in: context) {
            for index in script.indices { script[index].suspendsForeignKeys = true }
        }
        // Said before anything is changed.
        if !script.isEmpty { script[0].hazards += NewFlaws.hazards(in: context) }
        return script
    }

    static func legacy(_ isOn: Bool) -> Statement {
        Statement("PRAGMA legacy_alter_table = \(raw: isOn ? "ON" : "OFF")")
    }

    private static func renamings(_ tables: [TableRebuild], _ virtualTables: [VirtualTableRebuild]) -> [Statement] {
        let along = tables.filter(\.renamesReferences).map(\.aside.renaming)
        let alone =
            tables.filter { !$0.renamesReferences }.map(\.aside.renaming) + virtualTables.map(\.aside.renaming)
        return along.isEmpty ? alone : [legacy(false)] + along + [legacy(true)] + alone
    }

    /// Code that SQLite would read while it renames, and indexes that name the table in their condition, which would no
    /// longer mean anything.
    private static func goesBeforeRenaming(_ statement: Statement) -> Bool {
        let dropped = statement.effects.dropped
        return !dropped.isEmpty
            && dropped.allSatisfy { object in
                if case .index(let index) = object.definition { return index.namesTable.value }
                return UnresolvedCode.isCode(object.kind)
            }
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
