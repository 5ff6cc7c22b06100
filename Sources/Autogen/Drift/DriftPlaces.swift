import AutogenDrift
import AutogenRevisions
import AutogenSchema

/// Where a database says it is in the history.
struct DriftPlaces: Sendable {
    /// The latest of its revisions that the project knows.
    let claimed: [RevisionID]
    /// Whether the project has revisions that the database lacks.
    let isPending: Bool

    init(live: LiveDatabase, graph: RevisionGraph) {
        let ids = Set((live.applied ?? []).map(\.id))
        claimed = graph.current(ids)
        isPending = live.applied != nil && !graph.upgrades(to: graph.heads, applied: ids).isEmpty
    }

    func names(_ ids: [RevisionID]) -> String { ids.map(\.text).joined(separator: ", ") }
}

extension LiveDatabase {
    /// Both catalogs without what the role can't see.
    func comparable(with expected: Catalog, _ summary: inout DatabaseSummary) -> (live: Catalog, expected: Catalog) {
        let unseen = expected.objects.ids.filter { hidden.contains($0.kind) }
        guard !unseen.isEmpty else { return (catalog, expected) }
        let note = "the role can't see subscriptions and user mappings, so they were not compared"
        if !summary.notes.contains(note) { summary.notes.append(note) }
        return (catalog.filtered { !hidden.contains($0.kind) }, expected.filtered { !hidden.contains($0.kind) })
    }
}
