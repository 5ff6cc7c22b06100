package import AutogenDiff
package import AutogenSchema

/// What happens to each object: which are made, dropped and altered, and which make way for these.
///
/// A rule gets this as far as it is decided: while ``Impact`` is found, what the round before has decided; after that, all
/// of it. A round adds to it and takes nothing back but that what is recreated is not altered besides.
package struct ObjectPlan: Sendable {
    package let from: Catalog
    package let to: Catalog
    /// Which objects of `from` need a given one.
    package let dependents: [ObjectID: Set<ObjectID>]
    /// The objects of `from` by kind, for the kinds that say something about objects to come.
    package let oldIDs: [Kind: [ObjectID]]
    package let oldParts: [ObjectID: [ObjectID]]
    package let newParts: [ObjectID: [ObjectID]]
    /// Tables that go, with the table that takes over their rows: ``Renamed/successors``.
    package let successors: [ObjectID: ObjectID]
    /// What a person decided about the values of rows.
    package let decisions: Decisions
    /// Which tables nobody is to wait for.
    package private(set) var online = OnlineTables.none
    /// Recreated objects whose successors are made under another name before they go.
    package private(set) var swapped: Set<ObjectID> = []

    package let created: Set<ObjectID>
    package let dropped: Set<ObjectID>
    package private(set) var altered: [ObjectID: Alteration]
    /// Objects that are dropped and created again.
    package private(set) var recreated: Set<ObjectID> = []

    init(_ start: Renamed, to: Catalog, decisions: Decisions) {
        from = start.catalog
        self.to = to
        self.decisions = decisions
        successors = start.successors
        dependents = from.dependents()
        oldIDs = Dictionary(grouping: from.objects.ids, by: \.kind)
        oldParts = from.partsByParent()
        newParts = to.partsByParent()
        var created: Set<ObjectID> = []
        var dropped: Set<ObjectID> = []
        altered = [:]
        for change in start.changes {
            switch change {
            case .create(let object): created.insert(object.id)
            case .drop(let object): dropped.insert(object.id)
            case .alter(let alteration): altered[alteration.id] = alteration
            }
        }
        self.created = created
        self.dropped = dropped
    }

    /// Whether the object exists in the old catalog and is gone, for good or for a moment, while the script runs.
    package func isTornDown(_ id: ObjectID) -> Bool { dropped.contains(id) || recreated.contains(id) }

    /// Whether the object is made by the script.
    package func isMade(_ id: ObjectID) -> Bool { created.contains(id) || recreated.contains(id) }

    /// What an object needs in the new catalog, and what that needs.
    func needs(of id: ObjectID) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var queue = [id]
        while let next = queue.popLast() {
            for need in to.needs(of: next) where found.insert(need).inserted { queue.append(need) }
        }
        return found
    }

    /// Whether values go for good with an object that is dropped.
    func losesValues(with id: ObjectID) -> Bool {
        guard dropped.contains(id), !recreated.contains(id) else { return false }
        if let column = from.body(id, as: Column.self) { return column.generated == nil }
        return id.kind == .table
    }
}

extension ObjectPlan {
    /// The same for statements that let others work meanwhile.
    func keeping(_ online: OnlineTables, swapping swapped: Set<ObjectID>) -> ObjectPlan {
        var plan = self
        plan.online = online
        plan.swapped = swapped
        return plan
    }

    /// Whether a table, or a materialized view, has rows that nobody is to wait for.
    func isOnline(_ relation: [String]) -> Bool {
        guard online.contains(relation) else { return false }
        return [Kind.table, .materializedView].contains { kind in
            let id = ObjectID(kind, path: relation)
            return from.contains(id) && !isMade(id) && from.body(id, as: Table.self)?.server == nil
        }
    }
}

extension ObjectPlan {
    /// What one round decides.
    struct Additions {
        var recreated: Set<ObjectID> = []
        var altered: [ObjectID: Alteration] = [:]
    }

    /// The value for the next round. What is in one of the catalogs only can't be made again.
    func adding(_ additions: Additions) -> ObjectPlan {
        var next = self
        next.altered.merge(additions.altered) { old, _ in old }
        for id in additions.recreated where from.contains(id) && to.contains(id) { next.recreated.insert(id) }
        for id in next.recreated { next.altered[id] = nil }
        return next
    }

    func isLarger(than earlier: ObjectPlan) -> Bool {
        recreated.count > earlier.recreated.count || altered.keys.contains { earlier.altered[$0] == nil }
    }
}
