/// The history of a schema: revisions and what each comes after.
///
/// ```swift
/// let graph = try RevisionGraph(scripts)
/// graph.heads                                            // [3f2a9c81d0be]
/// try graph.upgrades(to: graph.heads, applied: [])       // every script, in an order that respects the history
/// ```
public struct RevisionGraph: Sendable {
    /// In the order of the history; those that do not depend on each other, by age.
    public let scripts: [RevisionScript]
    private let byID: [RevisionID: RevisionScript]

    /// Throws ``RevisionGraphError`` for an id that two files have, a revision that is missing, and a cycle.
    public init(_ scripts: [RevisionScript]) throws(RevisionGraphError) {
        var byID: [RevisionID: RevisionScript] = [:]
        for script in scripts {
            if let other = byID[script.id] { throw .duplicate(script.id, files: [other.file, script.file].sorted()) }
            byID[script.id] = script
        }
        for script in scripts {
            for need in script.revision.needs where byID[need] == nil { throw .missing(need, neededBy: script.file) }
        }
        self.byID = byID
        self.scripts = try Self.sorted(scripts, byID)
    }

    public subscript(id: RevisionID) -> RevisionScript? { byID[id] }

    /// Revisions that nothing comes after.
    public var heads: [RevisionID] { heads(of: Set(byID.keys)) }

    /// The only head, or `nil` when there is no revision; throws when there are several.
    public func head() throws(RevisionGraphError) -> RevisionID? {
        let heads = heads
        guard heads.count <= 1 else {
            throw .severalHeads(heads.compactMap { id in byID[id].map { HeadFile(id: id, file: $0.file) } })
        }
        return heads.first
    }

    /// Those of a set that no other of the set comes after, in the order of the history.
    public func heads(of set: Set<RevisionID>) -> [RevisionID] {
        let covered = Set(set.flatMap { byID[$0]?.revision.downRevisions ?? [] })
        return scripts.map(\.id).filter { set.contains($0) && !covered.contains($0) }
    }

    /// The revisions given and everything they come after.
    public func ancestors(of ids: [RevisionID]) -> Set<RevisionID> {
        var found: Set<RevisionID> = []
        var pending = ids
        while let id = pending.popLast() {
            guard let script = byID[id], found.insert(id).inserted else { continue }
            pending += script.revision.needs
        }
        return found
    }

    /// The revisions that come after one, directly.
    public func children(of id: RevisionID?) -> [RevisionID] {
        scripts.lazy.filter { script in
            id.map(script.revision.downRevisions.contains) ?? script.revision.downRevisions.isEmpty
        }.map(\.id)
    }

    /// What to apply, in order, so that `targets` and all they need are there.
    public func upgrades(to targets: [RevisionID], applied: Set<RevisionID>) -> [RevisionScript] {
        let wanted = ancestors(of: targets)
        return scripts.filter { wanted.contains($0.id) && !applied.contains($0.id) }
    }

    /// What to take back, in order, so that nothing after `targets` remains.
    public func downgrades(to targets: [RevisionID], applied: Set<RevisionID>) -> [RevisionScript] {
        let kept = ancestors(of: targets)
        return scripts.reversed().filter { applied.contains($0.id) && !kept.contains($0.id) }
    }

    private static func sorted(
        _ scripts: [RevisionScript], _ byID: [RevisionID: RevisionScript]
    ) throws(RevisionGraphError) -> [RevisionScript] {
        let byAge = scripts.sorted { ($0.revision.created, $0.id) < ($1.revision.created, $1.id) }
        var result: [RevisionScript] = []
        var done: Set<RevisionID> = []
        var waiting = byAge
        while !waiting.isEmpty {
            let ready = waiting.firstIndex { $0.revision.needs.allSatisfy(done.contains) }
            guard let ready else { throw .cycle(files: cycle(among: waiting, byID)) }
            let script = waiting.remove(at: ready)
            done.insert(script.id)
            result.append(script)
        }
        return result
    }

    private static func cycle(among waiting: [RevisionScript], _ byID: [RevisionID: RevisionScript]) -> [String] {
        let left = Set(waiting.map(\.id))
        var path: [RevisionScript] = []
        var next = waiting.first
        while let script = next, !path.contains(script) {
            path.append(script)
            next = script.revision.needs.first(where: left.contains).flatMap { byID[$0] }
        }
        guard let start = next.flatMap(path.firstIndex(of:)) else { return path.map(\.file) }
        return path[start...].map(\.file)
    }
}
