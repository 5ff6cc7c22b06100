/// Which links of the history to go along.
enum Links {
    /// Down-revisions alone: the branch.
    case branch
    /// Down-revisions and what is depended on.
    case all
}

extension RevisionGraph {
    /// Revisions that nothing comes after.
    public var heads: [RevisionID] { scripts.map(\.id).filter { next[$0, default: []].isEmpty } }

    /// Heads that no other revision depends on either.
    public var independentHeads: [RevisionID] { scripts.map(\.id).filter { followers[$0, default: []].isEmpty } }

    /// Revisions that come after none.
    public var bases: [RevisionID] { scripts.lazy.filter { $0.revision.downRevisions.isEmpty }.map(\.id) }

    /// Revisions that several come after.
    public var branchPoints: [RevisionID] { scripts.map(\.id).filter { next[$0, default: []].count > 1 } }

    /// The only head, or `nil` when there is no revision; throws when there are several.
    public func head() throws(RevisionGraphError) -> RevisionID? { try only(heads) }

    func only(_ heads: [RevisionID]) throws(RevisionGraphError) -> RevisionID? {
        guard heads.count <= 1 else { throw severalHeads(heads) }
        return heads.first
    }

    func severalHeads(_ heads: [RevisionID]) -> RevisionGraphError {
        .severalHeads(heads.compactMap { byID[$0] })
    }

    /// The revisions that come after one directly; after `nil`, the base, the first ones.
    public func children(of id: RevisionID?) -> [RevisionID] { id.map { next[$0, default: []] } ?? bases }

    func parents(of id: RevisionID, along links: Links) -> [RevisionID] {
        switch links {
        case .branch: byID[id]?.revision.downRevisions ?? []
        case .all: needs[id, default: []]
        }
    }

    /// The revisions given and everything they need.
    public func ancestors(of ids: some Sequence<RevisionID>) -> Set<RevisionID> { ancestors(of: ids, along: .all) }

    func ancestors(of ids: some Sequence<RevisionID>, along links: Links) -> Set<RevisionID> {
        reached(from: ids) { parents(of: $0, along: links) }
    }

    /// The revisions given and everything that needs them.
    public func descendants(of ids: some Sequence<RevisionID>) -> Set<RevisionID> { descendants(of: ids, along: .all) }

    /// The revisions given and everything that comes after them.
    func descendants(of ids: some Sequence<RevisionID>, along links: Links) -> Set<RevisionID> {
        reached(from: ids) { id in
            switch links {
            case .branch: next[id, default: []]
            case .all: followers[id, default: []]
            }
        }
    }

    private func reached(
        from ids: some Sequence<RevisionID>, by step: (RevisionID) -> [RevisionID]
    ) -> Set<RevisionID> {
        var found: Set<RevisionID> = []
        var pending = Array(ids)
        while let id = pending.popLast() {
            guard byID[id] != nil, found.insert(id).inserted else { continue }
            pending += step(id)
        }
        return found
    }

    /// Everything before and after a revision on its branch, and itself.
    func lineage(of id: RevisionID, along links: Links = .branch) -> Set<RevisionID> {
        ancestors(of: [id], along: links).union(descendants(of: [id], along: links))
    }

    /// Those of a set that no other of the set comes after, along the links, in the order of the history.
    func tips(of set: Set<RevisionID>, along links: Links = .all) -> [RevisionID] {
        var covered: Set<RevisionID> = []
        var tips: [RevisionID] = []
        for id in ordered(set).reversed() where !covered.contains(id) {
            tips.append(id)
            covered.formUnion(ancestors(of: [id], along: links))
        }
        return tips.reversed()
    }

    /// The latest of the revisions that a database has.
    package func current(_ applied: Set<RevisionID>) -> [RevisionID] { tips(of: applied) }

    /// In the order of the history.
    func ordered(_ ids: some Sequence<RevisionID>) -> [RevisionID] {
        ids.compactMap { id in positions[id].map { (id, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// The labels of the branches that a revision is on: its own, and those of what it comes after.
    public func branchLabels(of id: RevisionID) -> [String] {
        labels.filter { descendants(of: [$0.value], along: .branch).contains(id) }.map(\.key).sorted()
    }
}
