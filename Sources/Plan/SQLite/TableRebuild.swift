import AutogenDiff
import AutogenSchema

/// A new table in the place of an old one, with its rows.
///
/// The old table has been renamed at the start of the script (see ``SQLiteEnvelope``), so the new one is created by the text
/// of its own declaration. The rows are counted before the old table is dropped.
struct TableRebuild {
    let old: ObjectID
    let new: ObjectID
    let aside: TableAside
    /// Whether the old table must be renamed along with what names it: a check of its own names it, and SQLite renames
    /// what names a table everywhere or nowhere (<https://www.sqlite.org/lang_altertable.html#rename>).
    let renamesReferences: Bool
    /// Whether foreign keys of tables that stay are among what is renamed.
    private let isReferred: Bool
    private let copy: RowCopy
    private let declaration: String
    private let keepsCounter: Bool
    private let hazards: [Hazard]
    /// Whether columns come and others go with their values, which the old table still holds.
    private let movesValues: Bool

    init?(_ alteration: Alteration, in context: ObjectPlan) {
        guard case .table(let table) = alteration.to.definition else { return nil }
        old = alteration.from.id
        new = alteration.to.id
        aside = TableAside(old, in: context)
        renamesReferences = Self.renamesReferences(alteration, in: context)
        isReferred = (context.dependents[old] ?? []).contains { id in
            guard id.kind == .constraint, let table = context.from.parent(of: id), table != alteration.from.id else {
                return false
            }
            return !context.isTornDown(table) && context.altered[table] == nil
        }
        declaration = table.declaration.value
        copy = RowCopy(from: old, to: new, in: context)
        keepsCounter =
            TableShape(old, context.from, context.oldParts).autoincrements
            && TableShape(new, context.to, context.newParts).autoincrements
        hazards = RebuildHazards(old: old, new: new, in: context).all
        movesValues =
            (context.oldParts[old] ?? []).contains { $0.kind == .column && context.losesValues(with: $0) }
            && (context.newParts[new] ?? []).contains { $0.kind == .column && context.created.contains($0) }
    }

    static func renamesReferences(_ alteration: Alteration, in context: ObjectPlan) -> Bool {
        renamesReferences(alteration, context.from, context.oldParts)
    }

    static func renamesReferences(
        _ alteration: Alteration, _ catalog: Catalog, _ parts: [ObjectID: [ObjectID]]
    ) -> Bool {
        alteration.from.kind == .table
            && (parts[alteration.from.id] ?? []).contains {
                catalog.body($0, as: Constraint.self)?.namesTable.value ?? false
            }
    }

    var statements: [Statement] {
        var statements = [Statement(SQL(raw: declaration))]
        if keepsCounter {
            statements.append(
                Statement(
                    """
                    INSERT INTO sqlite_sequence (name, seq)
                    SELECT \(literal: new.name), seq FROM sqlite_sequence WHERE name = \(literal: aside.name)
                    """))
        }
        statements.append(Statement(copy.sql(from: aside.name), hazards: hazards))
        statements.append(SQLiteEnvelope.check(that: new.name, has: aside.name))
        var drop = Statement("DROP TABLE \(name: aside.name)")
        drop.followsData = movesValues
        statements.append(drop)
        if renamesReferences, isReferred {
            // The foreign keys have followed the old table; this brings them back.
            statements += [
                SQLiteEnvelope.legacy(false),
                Statement("ALTER TABLE \(name: new.name) RENAME TO \(name: aside.name)"),
                Statement("ALTER TABLE \(name: aside.name) RENAME TO \(name: new.name)"),
                SQLiteEnvelope.legacy(true),
            ]
        }
        return statements
    }
}
