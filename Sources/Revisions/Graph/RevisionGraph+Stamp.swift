extension RevisionGraph {
    /// What a database has once it is stamped: on the branches that the references name, exactly what leads to them.
    ///
    /// Throws ``RevisionReferenceError`` and ``RevisionGraphError``.
    package func stamped(_ references: [RevisionReference], applied: Set<RevisionID>) throws -> Set<RevisionID> {
        let current = current(applied)
        var kept = Set(current)
        var places: [RevisionID] = []
        for reference in references {
            let found = try resolveAll(reference, applied: applied)
            places += found
            guard !found.isEmpty || reference.branch != nil else {
                kept = []
                continue
            }
            let names = try found + (reference.branch.map { [try find(branch: $0)] } ?? [])
            kept.subtract(names.reduce(into: []) { $0.formUnion(lineage(of: $1, along: .all)) })
        }
        return ancestors(of: kept).union(ancestors(of: places))
    }
}
