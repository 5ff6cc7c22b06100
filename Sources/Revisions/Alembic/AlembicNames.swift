/// What the names of Alembic's revisions and branches become where they can't stay as they are.
package struct AlembicNames: Sendable, Hashable {
    private var ids: [String: RevisionID] = [:]

    init(_ history: AlembicHistory) {
        let names = history.entries.map(\.name)
        let others = history.entries.flatMap { $0.branches + $0.dependsOn }
        var taken = Set(names.compactMap { RevisionID($0) })
        for name in names + others where ids[name] == nil {
            if let id = RevisionID(name) {
                ids[name] = id
                continue
            }
            let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }.prefix(36))
            let candidates = [plain] + (2...names.count + others.count + 2).map { "\(plain)_\($0)" }
            let id = candidates.lazy.compactMap { RevisionID($0) }.first { !taken.contains($0) }
            guard let id else { continue }
            taken.insert(id)
            ids[name] = id
        }
    }

    package subscript(name: String) -> RevisionID? { ids[name] }

    /// The names that had to change.
    package var changed: [(from: String, to: RevisionID)] {
        ids.filter { $0.key != $0.value.text }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
