/// The history of a schema: revisions and what each comes after.
///
/// ```swift
/// let graph = try RevisionGraph(scripts)
/// graph.heads                                            // [3f2a9c81d0be]
/// try graph.upgrades(to: graph.heads, applied: [])       // every script, in an order that respects the history
/// ```
///
/// A history may fork and be merged again. A revision comes *after* its down-revisions, along a branch, and may *depend*
/// on revisions of other branches; it *needs* both.
public struct RevisionGraph: Sendable {
    /// In the order of the history; those that do not need each other, by age.
    public let scripts: [RevisionScript]
    let byID: [RevisionID: RevisionScript]
    /// What each revision needs, in a list without repetitions: down-revisions first.
    let needs: [RevisionID: [RevisionID]]
    /// What comes directly after each, along branches; in the order of the history.
    let next: [RevisionID: [RevisionID]]
    /// What directly needs each; in the order of the history.
    let followers: [RevisionID: [RevisionID]]
    /// Which revision each branch label stands in.
    let labels: [String: RevisionID]
    /// The place of each in ``scripts``.
    let positions: [RevisionID: Int]

    /// Throws ``RevisionGraphError`` for an id or a label that two files have, a revision that is missing, and a cycle.
    package init(_ scripts: [RevisionScript]) throws(RevisionGraphError) {
        var byID: [RevisionID: RevisionScript] = [:]
        for script in scripts {
            if let other = byID[script.id] { throw .duplicate(script.id, files: [other.file, script.file].sorted()) }
            byID[script.id] = script
        }
        let labels = try Self.labels(of: scripts, byID)
        var needs: [RevisionID: [RevisionID]] = [:]
        for script in scripts {
            for id in script.revision.downRevisions where byID[id] == nil {
                throw .missing(id, neededBy: script.file)
            }
            var dependencies: [RevisionID] = []
            for name in script.revision.dependsOn {
                guard let id = byID[name] == nil ? labels[name.text] : name else {
                    throw .missing(name, neededBy: script.file)
                }
                dependencies.append(id)
            }
            needs[script.id] = (script.revision.downRevisions + dependencies).unique
        }
        let sorted = try Self.sorted(scripts, byID, needs)
        var next: [RevisionID: [RevisionID]] = [:]
        var followers: [RevisionID: [RevisionID]] = [:]
        for script in sorted {
            for id in script.revision.downRevisions.unique { next[id, default: []].append(script.id) }
            for id in needs[script.id] ?? [] { followers[id, default: []].append(script.id) }
        }
        self.scripts = sorted
        self.byID = byID
        self.labels = labels
        self.next = next
        self.followers = followers
        self.needs = needs
        positions = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
    }

    /// The script of a revision; `nil` where there is none.
    public subscript(id: RevisionID) -> RevisionScript? { byID[id] }

    private static func labels(
        of scripts: [RevisionScript], _ byID: [RevisionID: RevisionScript]
    ) throws(RevisionGraphError) -> [String: RevisionID] {
        var labels: [String: RevisionID] = [:]
        for script in scripts {
            for label in script.revision.labels {
                if let other = labels[label].flatMap({ byID[$0] }) ?? RevisionID(label).flatMap({ byID[$0] }) {
                    throw .duplicateLabel(label, files: [other.file, script.file].sorted())
                }
                labels[label] = script.id
            }
        }
        return labels
    }

    private static func sorted(
        _ scripts: [RevisionScript], _ byID: [RevisionID: RevisionScript], _ needs: [RevisionID: [RevisionID]]
    ) throws(RevisionGraphError) -> [RevisionScript] {
        let byAge = scripts.sorted { ($0.revision.created, $0.id) < ($1.revision.created, $1.id) }
        var result: [RevisionScript] = []
        var done: Set<RevisionID> = []
        var waiting = byAge
        while !waiting.isEmpty {
            let ready = waiting.firstIndex { needs[$0.id, default: []].allSatisfy(done.contains) }
            guard let ready else { throw .cycle(files: cycle(among: waiting, byID, needs)) }
            let script = waiting.remove(at: ready)
            done.insert(script.id)
            result.append(script)
        }
        return result
    }

    private static func cycle(
        among waiting: [RevisionScript], _ byID: [RevisionID: RevisionScript], _ needs: [RevisionID: [RevisionID]]
    ) -> [String] {
        let left = Set(waiting.map(\.id))
        var path: [RevisionScript] = []
        var next = waiting.first
        while let script = next, !path.contains(where: { $0.id == script.id }) {
            path.append(script)
            next = needs[script.id]?.first(where: left.contains).flatMap { byID[$0] }
        }
        guard let start = next.flatMap({ script in path.firstIndex { $0.id == script.id } }) else {
            return path.map(\.file)
        }
        return path[start...].map(\.file)
    }
}

extension Sequence where Element: Hashable {
    /// Each once, in order.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
