import AutogenDiff
import AutogenSchema

/// The changes that belong to one finding: an object, and the parts that come or go with it.
struct ChangeGroup: Sendable {
    let root: ObjectID
    var changes: [Change]
}

/// The changes from one catalog to another, gathered into findings.
struct ChangeGroups: Sendable {
    private(set) var groups: [ChangeGroup] = []
    /// The group of each changed object.
    private(set) var places: [ObjectID: Int] = [:]

    init(from: Catalog, to: Catalog) {
        let changes = Comparison.changes(from: from, to: to)
        var created: Set<ObjectID> = []
        var dropped: Set<ObjectID> = []
        for change in changes {
            switch change {
            case .create(let object): created.insert(object.id)
            case .drop(let object): dropped.insert(object.id)
            case .alter: continue
            }
        }
        var byRoot: [ObjectID: Int] = [:]
        for change in changes {
            let root =
                switch change {
                case .create(let object): Self.root(of: object.id, in: to, among: created)
                case .drop(let object): Self.root(of: object.id, in: from, among: dropped)
                case .alter(let alteration): alteration.id
                }
            if let place = byRoot[root] {
                groups[place].changes.append(change)
            } else {
                byRoot[root] = groups.count
                groups.append(ChangeGroup(root: root, changes: [change]))
            }
            places[change.id] = byRoot[root]
        }
    }

    /// The outermost whole that comes or goes with the object.
    private static func root(of id: ObjectID, in catalog: Catalog, among moved: Set<ObjectID>) -> ObjectID {
        var root = id
        while let whole = whole(of: root, in: catalog), moved.contains(whole), whole.kind != .namespace { root = whole }
        return root
    }

    /// What an object is part of; a sequence that belongs to a column counts as part of it.
    private static func whole(of id: ObjectID, in catalog: Catalog) -> ObjectID? {
        if id.kind == .sequence,
            let owner = catalog.body(ObjectID(.sequenceOwner, path: id.path), as: SequenceOwner.self)
        {
            return ObjectID(.column, path: owner.column)
        }
        return catalog.parent(of: id)
    }
}
