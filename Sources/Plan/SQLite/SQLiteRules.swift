package import AutogenDiff
package import AutogenSchema

/// What SQLite can do to a schema.
///
/// `ALTER TABLE` adds and drops simple columns; everything else about a table takes a new table and a copy of the rows
/// (<https://www.sqlite.org/lang_altertable.html#otheralter>), once per table however much changes.
///
/// ```swift
/// let plan = try Planner(rules: SQLiteRules()).plan(from: live, to: declared)
/// ```
package struct SQLiteRules: DDLRules {
    package init() {}

    package func emptyCatalog(version: ServerVersion) -> Catalog { Catalog(dialect: .sqlite, version: version) }

    package func renamed(_ differences: Differences) -> Renamed {
        let (from, to) = (differences.from, differences.to)
        return Renamed(from, TableChanges.regrouped(differences.changes, from: from, to: to))
    }

    package func strategy(for alteration: Alteration, in context: ObjectPlan) -> AlterStrategy {
        if alteration.from.kind == .databaseOption { return .alter(disturbing: []) }
        guard alteration.from.kind == .table else { return .rebuild }
        // They go with the old table, and come back on the new one.
        let attached = (context.oldParts[alteration.from.id] ?? []).filter { $0.kind == .index || $0.kind == .trigger }
        return .alter(disturbing: Set(attached))
    }

    package func action(on dependent: SchemaObject, atLossOf lost: SchemaObject, in context: ObjectPlan)
        -> DependentAction
    {
        // Views, triggers and foreign keys may name what does not exist; only parts go with their whole.
        context.from.parent(of: dependent.id) == lost.id ? .rebuild : .stay
    }

    package func creationHost(of object: SchemaObject, in context: ObjectPlan) -> ObjectID? {
        switch object.kind {
        case .column, .columnDefault, .constraint: context.to.parent(of: object.id)
        default: nil
        }
    }

    package func dropHosts(of object: SchemaObject, in context: ObjectPlan) -> DropHosts {
        DropHosts(context.from.parent(of: object.id).map { [$0] } ?? [])
    }

    package func occupiedNames(of object: SchemaObject) -> OccupiedNames {
        switch object.kind {
        case .table, .view, .virtualTable, .index: OccupiedNames(["relation \(object.id.name.folded)"])
        case .trigger: OccupiedNames(["trigger \(object.id.name.folded)"])
        default: OccupiedNames([])
        }
    }

    package func statements(for step: Step, with parts: [SchemaObject], in impact: Impact) -> [Statement] {
        let context = impact.objects
        return switch step {
        case .create(let object): SQLiteCreation.statements(for: object, in: context)
        case .drop(let object): SQLiteDrop.statements(for: object, in: context)
        case .alter(let alteration):
            if case .databaseOption = alteration.to.definition {
                SQLiteCreation.statements(for: alteration.to, in: context)
            } else {
                TableRebuild(alteration, in: context)?.statements ?? []
            }
        case .renameTemporarily, .fill: []
        }
    }

    package func enveloped(_ statements: [Statement], in context: ObjectPlan) -> [Statement] {
        SQLiteEnvelope.around(statements, in: context)
    }
}
