extension RevisionGraph {
    /// Where a reference leads from what is applied. Throws ``RevisionReferenceError`` and ``RevisionGraphError``.
    ///
    /// `LABEL@ID` takes back one branch after `ID`, and `LABEL@base` a branch as a whole.
    package func downgradeTarget(
        of reference: RevisionReference, applied: Set<RevisionID>
    ) throws -> DowngradeTarget {
        guard !reference.isRelative || reference.steps < 0 else {
            throw RevisionReferenceError.wrongWay(reference.description, .downgrade)
        }
        let branch = try reference.branch.map { try find(branch: $0) }
        let target = DowngradeTarget(place: try downgradePlace(of: reference, applied), branch: branch)
        if let place = target.place, !applied.contains(place) {
            throw RevisionReferenceError.notApplied(reference.description, current: current(applied))
        }
        guard branch == nil || roots(of: target).count > 0 || children(of: target.place).isEmpty else {
            throw RevisionReferenceError.notApplied(reference.description, current: current(applied))
        }
        return target
    }

    /// A branch only says what to take back: the place itself may lie before it.
    private func downgradePlace(of reference: RevisionReference, _ applied: Set<RevisionID>) throws -> RevisionID? {
        guard reference.branch != nil, reference.steps >= 0, case .id(let name) = reference.anchor else {
            return try resolve(reference, applied: applied)
        }
        let start = try resolve(RevisionReference(name), applied: applied)
        return try walk(from: start, reference)
    }

    /// What to take back, in order, so that nothing after the target remains.
    ///
    /// - Parameter inclusive: whether the target is taken back too.
    package func downgrades(
        to target: DowngradeTarget, applied: Set<RevisionID>, inclusive: Bool = false
    ) -> [RevisionScript] {
        let roots = inclusive ? target.place.map { [$0] } ?? roots(of: target) : roots(of: target)
        let gone = descendants(of: roots, along: .all).intersection(applied)
        return NewestFirst.order(gone, in: self).compactMap { byID[$0] }
    }

    /// The first revisions that go.
    private func roots(of target: DowngradeTarget) -> [RevisionID] {
        let roots = children(of: target.place)
        guard let branch = target.branch, roots.count > 1 else { return roots }
        let kept = ancestors(of: [branch], along: .branch)
        return roots.filter(kept.contains)
    }
}

/// Where a downgrade leads: a place in the history, and the branch to take back if not all that comes after it.
package struct DowngradeTarget: Sendable, Hashable {
    /// `nil` is the base.
    package let place: RevisionID?
    /// A revision on the branch.
    package let branch: RevisionID?

    package init(place: RevisionID?, branch: RevisionID? = nil) {
        self.place = place
        self.branch = branch
    }
}
