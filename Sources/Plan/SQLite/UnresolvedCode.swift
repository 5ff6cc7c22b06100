import AutogenDiff
import AutogenSchema

/// Views and triggers that SQLite could not resolve at a moment when it reads all of them: while a column is dropped, and
/// while a table is renamed along with what names it.
///
/// It refuses both as long as any view or trigger of the file names what is not there, be it since long before the script
/// or only until the script has made it anew. Such code is dropped before, and made again as it was when all tables are
/// as they will be.
enum UnresolvedCode {
    /// The changes with those of code that must make way besides.
    static func added(to changes: [Change], from: Catalog, to: Catalog) -> [Change] {
        let parts = from.partsByParent()
        guard changes.contains(where: { readsAllCode(during: $0, from: from, parts, to: to) }) else { return changes }
        let changed = Set(changes.map(\.id))
        let ids = ids(besides: changes, from: from, to: to).subtracting(changed).sorted()
        return changes
            + ids.compactMap { id in
                guard let before = from[id], let after = to[id] else { return nil }
                return .alter(Alteration(from: before, to: after, differences: []))
            }
    }

    private static func readsAllCode(
        during change: Change, from: Catalog, _ parts: [ObjectID: [ObjectID]], to: Catalog
    ) -> Bool {
        switch change {
        case .create: return false
        case .drop(let object):
            guard object.kind == .column, let table = from.parent(of: object.id) else { return false }
            return to.contains(table)
        case .alter(let alteration): return TableRebuild.renamesReferences(alteration, from, parts)
        }
    }

    /// Code that stays and names, itself or through a view, what it can't find at some moment.
    private static func ids(besides changes: [Change], from: Catalog, to: Catalog) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var pending: [ObjectID] = []
        for change in changes where isRelation(change.id.kind) {
            pending.append(change.id)
            if case .alter(let alteration) = change { pending.append(alteration.from.id) }
        }
        for object in from.objects where isCode(object.kind) {
            guard let after = to[object.id], mayNotResolve(object) || mayNotResolve(after) else { continue }
            found.insert(object.id)
            pending.append(object.id)
        }
        let dependents = [from.dependents(), to.dependents()]
        while let id = pending.popLast() {
            for dependent in dependents.flatMap({ $0[id] ?? [] }) {
                guard isCode(dependent.kind), from.contains(dependent), to.contains(dependent) else { continue }
                if found.insert(dependent).inserted { pending.append(dependent) }
            }
        }
        return found
    }

    private static func isRelation(_ kind: Kind) -> Bool { kind == .table || kind == .view || kind == .virtualTable }

    static func isCode(_ kind: Kind) -> Bool { kind == .view || kind == .trigger }

    static func mayNotResolve(_ object: SchemaObject) -> Bool {
        switch object.definition {
        case .view(let view): view.flaw.value != nil || view.needsApplication.value
        case .trigger(let trigger): trigger.flaw.value != nil || trigger.needsApplication.value
        default: false
        }
    }

    /// Why a view can't be read, or a trigger can't run.
    static func flaw(of object: SchemaObject) -> String? {
        switch object.definition {
        case .view(let view): view.flaw.value
        case .trigger(let trigger): trigger.flaw.value
        default: nil
        }
    }
}

extension UnresolvedCode {
    /// Whether SQLite reads all code at some moment of the script.
    static func readsAllCode(in context: ObjectPlan) -> Bool {
        !columnsDroppedAlone(in: context).isEmpty
            || context.altered.values.contains { TableRebuild.renamesReferences($0, in: context) }
    }

    /// What keeps code from being there while SQLite reads all of it.
    static func edges(for step: Step, in context: ObjectPlan) -> [Edge] {
        switch step {
        case .drop(let object):
            return isDroppedAlone(object.id, in: context) ? dropsOfCode(in: context) : []
        case .alter(let alteration):
            return TableRebuild.renamesReferences(alteration, in: context) ? dropsOfCode(in: context) : []
        case .create(let object):
            guard isCode(object.kind) else { return [] }
            let dropped = columnsDroppedAlone(in: context)
            let renamed = context.altered.values.filter { TableRebuild.renamesReferences($0, in: context) }
            return dropped.map(Edge.dropped) + renamed.map { .altered($0.id) }
        case .setAside, .fill: return []
        }
    }

    private static func columnsDroppedAlone(in context: ObjectPlan) -> [ObjectID] {
        context.dropped.filter { isDroppedAlone($0, in: context) }
    }

    /// Whether it is a column of a table that stays.
    private static func isDroppedAlone(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        id.kind == .column && !(context.from.parent(of: id).map(context.dropped.contains) ?? false)
    }

    private static func dropsOfCode(in context: ObjectPlan) -> [Edge] {
        context.dropped.union(context.recreated).filter { isCode($0.kind) }.map(Edge.dropped)
    }
}
