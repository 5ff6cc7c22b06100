package import AutogenSchema

/// What a plan for a few objects must know of two catalogs: the wholes that the objects belong to, everything that
/// depends on those, and everything that these need.
///
/// So the repair of one finding costs what the finding is, not what the database is.
struct Neighbourhood: Sendable {
    private let catalogs: [Catalog]
    private let parts: [[ObjectID: [ObjectID]]]
    private let dependents: [[ObjectID: Set<ObjectID>]]

    init(_ catalogs: Catalog...) {
        self.catalogs = catalogs
        parts = catalogs.map { $0.partsByParent() }
        dependents = catalogs.map { $0.dependents() }
    }

    func ids(around seeds: some Sequence<ObjectID>) -> Set<ObjectID> {
        var ids: Set<ObjectID> = []
        var pending = Array(seeds)
        while let id = pending.popLast() {
            guard ids.insert(id).inserted else { continue }
            for index in catalogs.indices {
                if let whole = catalogs[index].parent(of: id), whole.kind != .namespace { pending.append(whole) }
                pending += parts[index][id] ?? []
                pending += dependents[index][id] ?? []
            }
        }
        return withNeeds(ids)
    }

    /// The objects and all that they need, without the parts of these.
    func withNeeds(_ seeds: Set<ObjectID>) -> Set<ObjectID> {
        var ids = seeds
        var pending = Array(seeds)
        while let id = pending.popLast() {
            for catalog in catalogs {
                for need in catalog.needs(of: id) where ids.insert(need).inserted { pending.append(need) }
                if let whole = catalog.parent(of: id), ids.insert(whole).inserted { pending.append(whole) }
            }
        }
        return ids
    }
}

extension Catalog {
    /// The objects named, each from the catalog that `source` chooses, with the ties between them.
    package static func mixed(
        _ ids: Set<ObjectID>, like model: Catalog, from source: (ObjectID) -> Catalog
    ) -> Catalog {
        var catalog = Catalog(dialect: model.dialect, version: model.version)
        let there = ids.filter { source($0).contains($0) }
        for id in there {
            let origin = source(id)
            guard let object = origin[id] else { continue }
            let whole = origin.parent(of: id).flatMap { there.contains($0) ? $0 : nil }
            catalog.insert(object, partOf: whole)
            for need in origin.needs(of: id) where there.contains(need) {
                catalog.insert(dependency: need, of: id)
            }
        }
        return catalog
    }
}
