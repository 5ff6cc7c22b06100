import AutogenSchema

extension RevisionGraph {
    /// The revision a reference names; `nil` is the base, before every revision.
    ///
    /// `applied` are the revisions that a database has, for references that count from there.
    /// Throws ``RevisionReferenceError`` and ``RevisionGraphError``.
    package func resolve(_ reference: RevisionReference, applied: Set<RevisionID>?) throws -> RevisionID? {
        let places = try anchors(of: reference, applied)
        guard places.count <= 1 else {
            switch reference.anchor {
            case .heads, .head: throw severalHeads(places.compactMap(\.self))
            case .current: throw RevisionReferenceError.severalCurrent(reference.description, places.compactMap(\.self))
            case .base, .id: throw RevisionReferenceError.severalPlaces("\(reference)", places.compactMap(\.self))
            }
        }
        return try walk(from: places.first ?? nil, reference)
    }

    /// All revisions a reference names: `heads` and `current` can be several. None is the base.
    package func resolveAll(_ reference: RevisionReference, applied: Set<RevisionID>?) throws -> [RevisionID] {
        guard reference.steps == 0, reference.anchor == .heads || reference.anchor == .current else {
            return try resolve(reference, applied: applied).map { [$0] } ?? []
        }
        return try anchors(of: reference, applied).compactMap(\.self)
    }

    /// Where a reference's steps start.
    private func anchors(of reference: RevisionReference, _ applied: Set<RevisionID>?) throws -> [RevisionID?] {
        let branch: Set<RevisionID>? = try reference.branch.map { try lineage(of: find(branch: $0)) }
        func onBranch(_ ids: [RevisionID]) -> [RevisionID] { branch.map { ids.filter($0.contains) } ?? ids }
        switch reference.anchor {
        case .base: return [nil]
        case .head: return try [only(onBranch(heads))]
        case .heads: return branch == nil ? independentHeads : onBranch(heads)
        case .current:
            guard let applied else { throw RevisionReferenceError.needsDatabase(reference.description) }
            return reference.branch == nil ? current(applied) : try current(applied, on: reference)
        case .id(let prefix): return [try find(prefix, on: reference.branch)]
        }
    }

    /// The latest of what is applied of a branch; what another branch depends on counts too. None is the base.
    private func current(_ applied: Set<RevisionID>, on reference: RevisionReference) throws -> [RevisionID] {
        guard let name = reference.branch else { return current(applied) }
        let branch = try lineage(of: find(branch: name))
        let direct = current(applied).filter(branch.contains)
        if !direct.isEmpty { return direct }
        return tips(of: applied.intersection(branch), along: .branch)
    }

    /// Steps up lead along the branch that a reference names; the base is one step below the first revisions.
    func walk(from start: RevisionID?, _ reference: RevisionReference) throws -> RevisionID? {
        var place = start
        let branch: Set<RevisionID>? = try reference.branch.map { try lineage(of: find(branch: $0)) }
        for _ in 0..<abs(reference.steps) {
            var found: [RevisionID?]
            if reference.steps > 0 {
                found = children(of: place)
            } else {
                guard let id = place else { throw RevisionReferenceError.outOfRange(reference.description) }
                let parents = parents(of: id, along: .branch)
                found = parents.isEmpty ? [nil] : parents
            }
            if let branch, reference.steps > 0 || found.count > 1 {
                found = found.filter { $0.map(branch.contains) ?? true }
            }
            guard found.count <= 1 else {
                throw RevisionReferenceError.forks(reference.description, found.compactMap(\.self))
            }
            guard let first = found.first else { throw RevisionReferenceError.outOfRange(reference.description) }
            place = first
        }
        return place
    }

    /// The revision that stands for a branch: the one with the label, or any on it.
    func find(branch name: String) throws -> RevisionID {
        do {
            return try find(name, on: nil)
        } catch RevisionReferenceError.unknown {
            let nearest = NearestName.find(name, among: labels.keys)
            throw RevisionReferenceError.unknownBranch(name, nearest: nearest)
        }
    }

    private func find(_ prefix: String, on branch: String?) throws -> RevisionID {
        let lineage: Set<RevisionID>? = try branch.map { try self.lineage(of: find(branch: $0)) }
        if let id = exact(prefix) {
            if let lineage, !lineage.contains(id) {
                throw RevisionReferenceError.notOnBranch(id, branch: branch ?? "")
            }
            return id
        }
        let all = scripts.map(\.id).filter { $0.text.hasPrefix(prefix) }
        var found = all
        if let lineage { found = all.filter(lineage.contains) }
        guard let id = found.first else {
            if let other = all.first, let branch {
                throw RevisionReferenceError.notOnBranch(other, branch: branch)
            }
            let words = ["head", "heads", "base", "current"]
            let nearest = NearestName.find(prefix, among: scripts.map(\.id.text) + labels.keys.sorted() + words)
            throw RevisionReferenceError.unknown(prefix, nearest: nearest)
        }
        guard found.count == 1 else { throw RevisionReferenceError.ambiguous(prefix, found) }
        return id
    }

    private func exact(_ name: String) -> RevisionID? {
        if let id = RevisionID(name), byID[id] != nil { return id }
        return labels[name]
    }
}
