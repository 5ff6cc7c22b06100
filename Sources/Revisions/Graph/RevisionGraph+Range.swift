extension RevisionGraph {
    /// The scripts of a range, the latest first, both ends included.
    ///
    /// Throws ``RevisionReferenceError`` and ``RevisionGraphError``.
    package func scripts(in range: RevisionRange, applied: Set<RevisionID>?) throws -> [RevisionScript] {
        let upper = try range.upper ?? RevisionReference("heads")
        return try between(lower: range.lower.map { [$0] } ?? [], upper: [upper], inclusive: true, applied: applied)
            .compactMap { byID[$0] }
    }

    /// What leads from some revisions to others, the latest first.
    ///
    /// - Parameters:
    ///   - inclusive: whether the lower ends are part of it.
    ///   - whole: whether everything that the upper ends need is part of it, on other branches too.
    func between(
        lower: [RevisionReference], upper: [RevisionReference], inclusive: Bool, whole: Bool = false,
        applied: Set<RevisionID>? = nil
    ) throws -> [RevisionID] {
        let (starts, targets) = try ends(lower, upper, applied)
        try checkOverlap(targets)
        try checkOverlap(starts)
        let wanted = ancestors(of: targets)
        if !whole, let stray = starts.first(where: { !wanted.contains($0) }) {
            let name = targets.isEmpty ? "base" : targets.map(\.text).joined(separator: ", ")
            throw RevisionReferenceError.notAncestor(stray.text, of: name)
        }
        var part = wanted.subtracting(ancestors(of: starts))
        if inclusive { part.formUnion(starts) }
        if !whole, !starts.isEmpty { part.formIntersection(descendants(of: starts, along: .branch)) }
        return NewestFirst.order(part, in: self)
    }

    /// Steps without a start count from the other end.
    private func ends(
        _ lower: [RevisionReference], _ upper: [RevisionReference], _ applied: Set<RevisionID>?
    ) throws -> (lower: [RevisionID], upper: [RevisionID]) {
        func places(_ references: [RevisionReference], from other: Set<RevisionID>?) throws -> [RevisionID] {
            try references.flatMap { try resolveAll($0, applied: $0.isRelative ? other ?? applied : applied) }.unique
        }
        if upper.contains(where: \.isRelative) {
            let starts = try places(lower, from: nil)
            return (starts, try places(upper, from: ancestors(of: starts)))
        }
        var targets = try places(upper, from: nil)
        if lower.count == 1, let name = lower[0].branch {
            let branch = try lineage(of: find(branch: name))
            targets = targets.filter(branch.contains)
        }
        return (try places(lower, from: ancestors(of: targets)), targets)
    }
}
