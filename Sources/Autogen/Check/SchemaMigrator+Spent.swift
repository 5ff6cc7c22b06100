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
                isFilled(ObjectID(.column, path: annotation.object.path), from: ends.start, to: ends.target)
            }
        }
    }

    /// Whether a column has had its value: it is there, and takes NULL as it did.
    private func isFilled(_ column: ObjectID, from start: Catalog, to target: Catalog) -> Bool {
        guard let old = start.body(column, as: Column.self), let new = target.body(column, as: Column.self) else {
            return false
        }
        return old.notNull == new.notNull
    }
}
