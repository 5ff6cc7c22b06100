/// Where a database is in the history.
public struct DatabaseState: Sendable, Hashable {
    /// In the order of the history.
    public let applied: [AppliedRevision]
    /// The latest of them: one where the history is linear, none at the base.
    public let heads: [RevisionID]
    /// A revision that was left on its way.
    public let unfinished: AppliedRevision?
    /// Revisions whose rows stand for others now, which a squashed revision replaces.
    let replaced: [RevisionID: [RevisionID]]

    /// All that are applied, without their order.
    public var ids: Set<RevisionID> { Set(applied.map(\.id)) }
}

extension DatabaseState {
    /// Before the first revision.
    package static let base = DatabaseState(applied: [], heads: [], unfinished: nil, replaced: [:])

    /// Compares what a database has with the scripts; throws for what was edited, removed or inserted.
    init(
        rows: [AppliedRevision], in graph: RevisionGraph, transactions: TransactionScope = .revision
    ) throws(MigrationError) {
        let (rows, replaced) = try Self.adopted(rows, in: graph)
        for row in rows { try Self.check(row, in: graph, transactions) }
        let unfinished = rows.first { $0.progress != nil }
        let there = rows.filter { $0.progress?.direction != .upgrade }
        let byID = Dictionary(there.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let ids = Set(byID.keys)
        let missing = graph.ordered(graph.ancestors(of: ids).subtracting(ids))
        guard missing.isEmpty else {
            let later = graph.ordered(graph.descendants(of: missing, along: .all).intersection(ids))
            throw .inserted(missing.compactMap { graph[$0] }, before: later.first)
        }
        self.init(
            applied: graph.ordered(ids).compactMap { byID[$0] }, heads: graph.current(ids), unfinished: unfinished,
            replaced: replaced)
    }

    private static func check(
        _ row: AppliedRevision, in graph: RevisionGraph, _ transactions: TransactionScope
    ) throws(MigrationError) {
        guard let script = graph[row.id] else { throw .removed(row) }
        guard let progress = row.progress else {
            guard !script.matches(row.checksum) else { return }
            throw .edited(row.id, file: script.file, applied: row.checksum, now: script.checksum)
        }
        let setting = transactions.setting(for: script)
        let now = try ScriptSegments(script, progress.direction, setting).digest(
            ofFirst: progress.place == nil ? progress.done : progress.done + 1)
        guard now == row.checksum else {
            throw .edited(row.id, file: script.file, applied: row.checksum, now: now)
        }
    }

    /// Rows of revisions that were squashed, as the row of the revision that replaces them.
    private static func adopted(
        _ rows: [AppliedRevision], in graph: RevisionGraph
    ) throws(MigrationError) -> ([AppliedRevision], [RevisionID: [RevisionID]]) {
        var rows = rows
        var replaced: [RevisionID: [RevisionID]] = [:]
        for script in graph.scripts where !script.revision.replaces.isEmpty {
            let old = Set(script.revision.replaces)
            let found = rows.filter { row in
                let isSuperseded = row.id == script.id && !script.matches(row.checksum)
                return old.contains(row.id) && (graph[row.id] == nil || isSuperseded)
            }
            guard let last = found.last else { continue }
            let missing = old.subtracting(found.filter { $0.progress == nil }.map(\.id))
            guard missing.isEmpty else {
                throw .partlySquashed(file: script.file, has: found.map(\.id), lacks: missing.sorted())
            }
            rows.removeAll { old.contains($0.id) }
            rows.append(
                AppliedRevision(
                    id: script.id, checksum: script.checksum, file: script.file, appliedAt: last.appliedAt,
                    appliedBy: last.appliedBy, progress: nil))
            replaced[script.id] = script.revision.replaces
        }
        return (rows, replaced)
    }
}
