import AutogenConnection
import AutogenDiff
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Whether the revisions that are new here and those that are new on another branch go together: run after one another,
    /// they end in the same schema whichever run first, but for the order of columns.
    ///
    /// No database is asked: both orders run in scratch databases. A reference is what Git reads: in CI the branch that is
    /// merged into, such as `origin/main`.
    public func check(mergingInto reference: String) async throws -> [CheckFinding] {
        let folders = [project.revisions.scripts] + project.revisions.others
        let base = try await GitTree.mergeBase(with: reference, of: project.root)
        let common = try await graph(of: .commit(base), folders)
        let theirs = try await graph(of: .commit(reference), folders)
        let ours = try project.revisions.graph()
        let edited = ours.scripts.filter { script in
            guard let there = theirs[script.id], there.checksum != script.checksum else { return false }
            // What one side has left alone is taken from the other.
            return [script, there].allSatisfy { $0.checksum != common[$0.id]?.checksum }
        }
        guard edited.isEmpty else { return edited.map { .editedOnBoth($0.file, branch: reference) } }
        let here = ours.scripts.filter { common[$0.id] == nil && theirs[$0.id] == nil }
        let there = theirs.scripts.filter { common[$0.id] == nil && ours[$0.id] == nil }
        guard let dialect = here.first?.revision.dialect, !there.isEmpty else { return [] }
        let kept = ours.scripts.map { script in
            theirs[script.id].map { script.checksum == common[script.id]?.checksum ? $0 : script } ?? script
        }
        let merged = try RevisionGraph(kept + there)
        step("running the revisions of both branches in scratch databases")
        func conflict(_ conflict: BranchConflict) -> [CheckFinding] {
            [.conflicting(here.map(\.file), with: there.map(\.file), branch: reference, conflict)]
        }
        var reached: [Catalog] = []
        for (first, isOursFirst) in [(ours, true), (theirs, false)] {
            let start = merged.upgrades(to: first.heads, applied: [])
            let rest = merged.upgrades(to: merged.heads, applied: Set(start.map(\.id)))
            do {
                reached.append(
                    try await scratch(dialect).withScratch { connection in
                        for script in start + rest { try await script.replay(.upgrade, on: connection) }
                        return try await reflect(connection)
                    })
            } catch let error as MigrationError where error.isRefusal {
                return conflict(.refused("\(error)", oursFirst: isOursFirst))
            }
        }
        let changes = Comparison.changes(from: reached[0], to: reached[1])
        return changes.isEmpty ? [] : conflict(.differs(changes))
    }

    private func graph(of state: GitTree.State, _ folders: [String]) async throws -> RevisionGraph {
        try await GitTree.with(state, of: project.root, paths: folders) { tree in
            try project.revisions.moved(to: tree.folder).graph()
        }
    }
}

extension MigrationError {
    /// Whether it is the script that a database does not take, and not the database that is not there.
    fileprivate var isRefusal: Bool {
        if case .statement(_, _, let error, _) = self { return error.isRefusal }
        return category == .usage
    }
}
