public import AutogenDiff
public import AutogenSchema

/// What the rules may look at: the two catalogs and what has been decided so far.
public struct PlanContext: Sendable {
    public let from: Catalog
    public let to: Catalog
    /// Which objects of `from` need a given one.
    public let dependents: [ObjectID: Set<ObjectID>]
    /// The objects of `from` by kind, for the kinds that say something about objects to come.
    public let oldIDs: [Kind: [ObjectID]]
    public let oldParts: [ObjectID: [ObjectID]]
    public let newParts: [ObjectID: [ObjectID]]
    public internal(set) var created: Set<ObjectID> = []
    public internal(set) var dropped: Set<ObjectID> = []
    public internal(set) var altered: [ObjectID: Alteration] = [:]
    /// Objects that are dropped and created again.
    public internal(set) var rebuilt: Set<ObjectID> = []
    /// Dropped or rebuilt objects that stay until what holds on to them has changed over.
    public internal(set) var lingering: Set<ObjectID> = []
    /// Those of them that are renamed first.
    public internal(set) var setAside: Set<ObjectID> = []

    /// Tables that go, with the table that takes over their rows: ``Renamed/successors``.
    public internal(set) var successors: [ObjectID: ObjectID] = [:]
    /// Tables that go, whose rows are brought to others first.
    public internal(set) var carriers: Set<ObjectID> = []

    /// What a person decided about the values of rows.
    public let decisions: Decisions
    /// Tables that are there before and after, and those of their columns whose rows get a value in one `UPDATE`.
    public internal(set) var fills: [ObjectID: [ObjectID]] = [:]

    init(from: Catalog, to: Catalog, decisions: Decisions = Decisions()) {
        self.from = from
        self.to = to
        self.decisions = decisions
        dependents = from.dependents()
        oldIDs = Dictionary(grouping: from.objects.keys, by: \.kind)
        oldParts = from.partsByParent()
        newParts = to.partsByParent()
    }

    /// Whether the object exists in the old catalog and is gone, for good or for a moment, while the script runs.
    public func isTornDown(_ id: ObjectID) -> Bool { dropped.contains(id) || rebuilt.contains(id) }

    /// The table with which a column or default goes, when its rows are brought to another first: on its own it would take
    /// their values away too soon.
    func carrier(of id: ObjectID) -> ObjectID? {
        guard !carriers.isEmpty, id.kind == .column || id.kind == .columnDefault else { return nil }
        var whole = from.parents[id]
        while let part = whole, !carriers.contains(part) { whole = from.parents[part] }
        return whole
    }

    /// Whether the object goes only after its rows have been brought to another table, so that nothing that one needs can
    /// wait for it.
    func isCarried(_ id: ObjectID) -> Bool { carriers.contains(id) || carrier(of: id) != nil }

    /// Whether values go for good with an object that is dropped: they stay as long as they can, so that there is time to
    /// bring them elsewhere.
    func losesValues(with id: ObjectID) -> Bool {
        guard dropped.contains(id), !rebuilt.contains(id), !isCarried(id) else { return false }
        if let column = from.body(id, as: Column.self) { return column.generated == nil }
        return id.kind == .table
    }

    /// What an object needs in the new catalog, and what that needs.
    func needs(of id: ObjectID) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var queue = [id]
        while let next = queue.popLast() {
            for need in to.dependencies[next] ?? [] where found.insert(need).inserted { queue.append(need) }
        }
        return found
    }

    /// Whether the object is made by the script.
    public func isMade(_ id: ObjectID) -> Bool { created.contains(id) || rebuilt.contains(id) }
}
