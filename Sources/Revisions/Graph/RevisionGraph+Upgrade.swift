extension RevisionGraph {
    /// The revisions that an upgrade is to reach. Throws ``RevisionReferenceError`` and ``RevisionGraphError``.
    ///
    /// `+1` counts from the latest applied revision, `LABEL@+1` from the latest on that branch.
    package func upgradeTargets(
        of reference: RevisionReference, applied: Set<RevisionID>?
    ) throws -> [RevisionID] {
        guard !reference.isRelative || reference.steps > 0 else {
            throw RevisionReferenceError.wrongWay(reference.description, .upgrade)
        }
        return try resolveAll(reference, applied: applied)
    }

    /// What several references together are to reach; one must not include another.
    package func upgradeTargets(
        of references: [RevisionReference], applied: Set<RevisionID>?
    ) throws -> [RevisionID] {
        let targets = try references.flatMap { try upgradeTargets(of: $0, applied: applied) }.unique
        try checkOverlap(targets)
        return targets
    }

    /// What to apply, in order, so that `targets` and all they need are there.
    package func upgrades(to targets: [RevisionID], applied: Set<RevisionID>) -> [RevisionScript] {
        let missing = ancestors(of: targets).subtracting(applied)
        return NewestFirst.order(missing, in: self).reversed().compactMap { byID[$0] }
    }

    func checkOverlap(_ ids: [RevisionID]) throws(RevisionReferenceError) {
        for id in ids {
            let included = ancestors(of: [id])
            if let other = ids.first(where: { $0 != id && included.contains($0) }) { throw .overlap(other, id) }
        }
    }
}

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
