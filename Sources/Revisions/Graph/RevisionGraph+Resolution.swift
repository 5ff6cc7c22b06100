extension RevisionGraph {
    /// The revision a reference names; `nil` is the base, before every revision.
    ///
    /// `applied` are the revisions that a database has, for references that count from there.
    public func resolve(_ reference: RevisionReference, applied: Set<RevisionID>?) throws -> RevisionID? {
        var place: RevisionID?
        switch reference.anchor {
        case .base: break
        case .head: place = try head()
        case .current: place = try current(applied, reference)
        case .id(let prefix): place = try find(prefix)
        }
        for _ in 0..<abs(reference.steps) {
            let next = reference.steps > 0 ? children(of: place).map(Optional.some) : try parents(of: place, reference)
            guard next.count <= 1 else {
                throw RevisionReferenceError.forks(reference.description, next.compactMap(\.self))
            }
            guard let first = next.first else { throw RevisionReferenceError.outOfRange(reference.description) }
            place = first
        }
        return place
    }

    private func current(_ applied: Set<RevisionID>?, _ reference: RevisionReference) throws -> RevisionID? {
        guard let applied else { throw RevisionReferenceError.needsDatabase(reference.description) }
        let heads = heads(of: applied)
        guard heads.count <= 1 else { throw RevisionReferenceError.forks(reference.description, heads) }
        return heads.first
    }

    private func parents(of place: RevisionID?, _ reference: RevisionReference) throws -> [RevisionID?] {
        guard let place, let script = self[place] else {
            throw RevisionReferenceError.outOfRange(reference.description)
        }
        return script.revision.downRevisions.isEmpty ? [nil] : script.revision.downRevisions
    }

    private func find(_ prefix: String) throws -> RevisionID {
        if let id = RevisionID(prefix), self[id] != nil { return id }
        let found = scripts.map(\.id).filter { $0.text.hasPrefix(prefix) }
        guard let id = found.first else {
            let nearest = NearestName.find(prefix, among: scripts.map(\.id.text) + ["head", "base", "current"])
            throw RevisionReferenceError.unknown(prefix, nearest: nearest)
        }
        guard found.count == 1 else { throw RevisionReferenceError.ambiguous(prefix, found) }
        return id
    }
}
