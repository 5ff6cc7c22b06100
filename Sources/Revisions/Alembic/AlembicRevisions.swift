package import AutogenSchema

/// Alembic's revisions as revisions of ours.
package struct AlembicRevisions: Sendable {
    /// Each before those that come after it.
    package let revisions: [Revision]
    package let names: AlembicNames

    /// - Parameters:
    ///   - sql: what Alembic prints for a revision; a comment stands for what it does not print.
    ///   - table: Alembic's version table, as its statements name it.
    package init(
        _ history: AlembicHistory, dialect: Dialect, table: String, sql: (AlembicHistory.Entry, Direction) -> String?
    ) {
        let names = AlembicNames(history)
        self.names = names
        revisions = history.entries.compactMap { entry in
            guard let id = names[entry.name] else { return nil }
            let sections = Direction.allCases.map { direction in
                AlembicSection(sql(entry, direction) ?? "", table: table, dialect: dialect)
            }
            let isPlain = sections.allSatisfy { $0.isPlain(in: dialect) }
            func text(_ direction: Direction, _ section: AlembicSection) -> String {
                sql(entry, direction) == nil
                    ? "-- Alembic prints no SQL for this: \(entry.path)" : section.text(isPlain: isPlain)
            }
            let note = id.text == entry.name ? "" : " (in Alembic: \(entry.name))"
            return Revision(
                id: id, downRevisions: entry.downRevisions.compactMap { names[$0] }, message: entry.message + note,
                created: entry.created ?? .now(), dialect: dialect, transaction: isPlain ? .yes : .no,
                labels: history.labels(of: entry).compactMap { names[$0]?.text },
                dependsOn: entry.dependsOn.compactMap { names[$0] }, upgrade: text(.upgrade, sections[0]),
                downgrade: text(.downgrade, sections[1]))
        }
    }
}

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
