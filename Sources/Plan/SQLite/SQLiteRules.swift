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
        var changes = TableChanges.regrouped(differences.changes, from: from, to: to)
        changes = FullTextIndex.added(to: changes, from: from, to: to)
        return Renamed(from, UnresolvedCode.added(to: changes, from: from, to: to))
    }

    package func isRenamedAlone(_ object: Address, in start: Catalog, with renames: Renames) -> Bool {
        SQLiteRenaming.isAlone(object)
    }

    package func renaming(_ step: RenameStep, in start: Catalog) -> SQL { SQLiteRenaming.statement(step) }

    package func dropAside(_ object: Address, in start: Catalog) -> [CodeInTheWay] {
        SQLiteRenaming.isAlone(object) ? [] : SQLiteRenaming.codeAround(object, in: start)
    }

    package func member(_ object: SchemaObject, with parts: [SchemaObject]) -> SQL? {
        SQLiteCreation.member(object)
    }

    package func isSameName(_ one: String, _ other: String) -> Bool { one.folded == other.folded }

    package func codeInTheWay(ofRenamingIn start: Catalog) -> [CodeInTheWay] {
        SQLiteRenaming.codeInTheWay(in: start)
    }

    package func refills(afterUndoing renames: Renames, in start: Catalog) -> [Refill] {
        start.objects.compactMap { object in
            guard let index = FullTextIndex(object), index.reads(renames, in: start) else { return nil }
            return Refill(index.id, index.rebuilding)
        }
    }

    package func strategy(for alteration: Alteration, in context: ObjectPlan) -> AlterStrategy {
        switch alteration.from.kind {
        case .databaseOption: return .alter(disturbing: [])
        case .virtualTable:
            let isRefilled = alteration.differences.isEmpty
            return isRefilled || VirtualTableRebuild(alteration, in: context) != nil
                ? .alter(disturbing: []) : .recreate
        case .table: break
        default: return .recreate
        }
        // They go with the old table, and come back on the new one.
        let attached = (context.oldParts[alteration.from.id] ?? []).filter { $0.kind == .index || $0.kind == .trigger }
        return .alter(disturbing: Set(attached))
    }

    package func action(on dependent: SchemaObject, atLossOf lost: SchemaObject, in context: ObjectPlan)
        -> DependentAction
    {
        // Views, triggers and foreign keys may name what does not exist; only parts go with their whole.
        context.from.parent(of: dependent.id) == lost.id ? .recreate : .stay
    }

    package func disturbed(byMaking object: SchemaObject, in context: ObjectPlan) -> Set<ObjectID> {
        TriggerOrder.followers(of: object, in: context)
    }

    package func edges(for step: Step, in impact: Impact) -> [Edge] {
        var edges = impact.droppedDependents(of: step).map(Edge.dropped)
        edges += UnresolvedCode.edges(for: step, in: impact.objects)
        switch step {
        case .create(let object):
            edges += TriggerOrder.leaders(of: object, in: impact.objects).map(Edge.made)
            edges += FullTextIndex(object)?.columns(in: impact.objects.to).map(Edge.made) ?? []
        case .alter(let alteration):
            edges += FullTextIndex(alteration.to)?.columns(in: impact.objects.to).map(Edge.made) ?? []
        case .drop, .setAside, .fill: break
        }
        return edges
    }

    package func creationHost(of object: SchemaObject, in context: ObjectPlan) -> ObjectID? {
        switch object.kind {
        case .column, .columnDefault, .constraint: context.to.parent(of: object.id)
        default: nil
        }
    }

    package func dropHosts(of object: SchemaObject, in context: ObjectPlan) -> DropHosts {
        // A table that goes late would keep its trigger for SQLite to read.
        if object.kind == .trigger, UnresolvedCode.readsAllCode(in: context) { return DropHosts([]) }
        return DropHosts(context.from.parent(of: object.id).map { [$0] } ?? [])
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
            switch alteration.to.kind {
            case .databaseOption: SQLiteCreation.statements(for: alteration.to, in: context)
            case .virtualTable:
                VirtualTableRebuild(alteration, in: context)?.statements
                    ?? FullTextIndex(alteration.to).map { [$0.rebuilding] } ?? []
            default: TableRebuild(alteration, in: context)?.statements ?? []
            }
        case .setAside, .fill: []
        }
    }

    package func enveloped(_ statements: [Statement], in context: ObjectPlan) -> [Statement] {
        SQLiteEnvelope.around(statements, in: context)
    }
}
