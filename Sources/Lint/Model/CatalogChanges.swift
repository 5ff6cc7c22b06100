import AutogenSchema

/// What a script makes, changes and drops, by the schemas before and after it: what has another name is the same thing.
struct CatalogChanges: Sendable {
    /// What has another name than before, with the name that it had.
    private(set) var originals: [ObjectID: ObjectID] = [:]
    /// In the order of names.
    let new: [ObjectID]
    /// Without the parts of what goes itself, in the order of names.
    let gone: [ObjectID]
    /// What is not what it was, with the name that it had, in the order of names.
    let changed: [(id: ObjectID, old: ObjectID)]

    init(before: Catalog, after: Catalog, _ names: ScriptNames) {
        var new: [ObjectID] = []
        var changed: [(id: ObjectID, old: ObjectID)] = []
        var kept: Set<ObjectID> = []
        let byName = Dictionary(grouping: before.ids(of: .table), by: \.name)
        for id in after.idsDiffering(from: before).sorted() {
            guard !before.contains(id) else {
                changed.append((id, id))
                continue
            }
            guard let old = Self.original(of: id, names, before, byName) else {
                new.append(id)
                continue
            }
            originals[id] = old
            kept.insert(old)
            if before[old]?.definition != after[id]?.definition { changed.append((id, old)) }
        }
        let missing = before.idsDiffering(from: after).filter { !after.contains($0) && !kept.contains($0) }
        let all = Set(missing)
        gone = missing.filter { id in
            var parent = before.parent(of: id)
            while let whole = parent {
                if all.contains(whole) { return false }
                parent = before.parent(of: whole)
            }
            return id.target.map { !all.contains($0) } ?? true
        }.sorted()
        self.new = new
        self.changed = changed
    }

    private static func original(
        of id: ObjectID, _ names: ScriptNames, _ before: Catalog, _ byName: [String: [ObjectID]]
    ) -> ObjectID? {
        guard let old = names.original(id), old != id else { return nil }
        if before.contains(old) { return old }
        // A move to another schema need not say from which.
        guard old.path.count > 1, let tables = byName[old.path[1]], tables.count == 1 else { return nil }
        let moved = ObjectID(old.kind, path: tables[0].path + old.path.dropFirst(2))
        return before.contains(moved) ? moved : nil
    }
}
