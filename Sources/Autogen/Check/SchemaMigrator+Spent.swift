import AutogenRevisions
package import AutogenSchema

extension SchemaMigrator {
    /// Comments of the declared files that have done what they are there for, so that they may go.
    package func spentAnnotations() async throws -> [Annotation] {
        let graph = try project.revisions.graph()
        guard graph.heads.count == 1, let dialect = dialect ?? graph.scripts.last?.revision.dialect else { return [] }
        let ends = try await ends(of: graph, dialect)
        let annotations = ends.target.provenance.annotations
        guard !annotations.isEmpty else { return [] }
        let renames = try RenameRequests(from: ends.start, to: ends.target, isStrict: false).renames([])
        let open = Set(renames.all.map { renames.renamed($0.old) })
        return annotations.filter { annotation in
            switch annotation.kind {
            case .renamedFrom: !open.contains(annotation.object)
            case .fill:
                isDone(annotation.object, from: ends.start, to: ends.target) { $0.notNull == $1.notNull }
            case .zone: isDone(annotation.object, from: ends.start, to: ends.target) { $0.type == $1.type }
            }
        }
    }

    /// Whether a column is there and differs no more in what a comment is about.
    private func isDone(
        _ column: Address, from start: Catalog, to target: Catalog, _ isSame: (Column, Column) -> Bool
    ) -> Bool {
        let id = ObjectID(.column, path: column.path)
        guard let old = start.body(id, as: Column.self), let new = target.body(id, as: Column.self) else {
            return false
        }
        return isSame(old, new)
    }
}
