import AutogenConnection
import AutogenDiff
public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Applies revisions, takes them back and applies them again in a scratch database, and returns what is wrong.
    ///
    /// - Parameter references: all revisions where it is empty.
    public func verify(_ references: [RevisionReference]) async throws -> [VerifiedRevision] {
        let graph = try project.revisions.graph()
        let chosen = try references.flatMap { try graph.resolveAll($0, applied: nil) }
        let targets = chosen.isEmpty ? graph.independentHeads : chosen
        let scripts = graph.upgrades(to: targets, applied: [])
        guard let dialect = scripts.first?.revision.dialect else { return [] }
        return try await scratch(dialect).withScratch { connection in
            var verified: [VerifiedRevision] = []
            for (index, script) in scripts.enumerated() {
                guard chosen.isEmpty || chosen.contains(script.id) else {
                    try await script.replay(.upgrade, on: connection)
                    continue
                }
                step("verifying \(script.file)")
                let trial = try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
                // Beside other branches, a schema is more than the snapshot of a revision says.
                let isAlone = graph.ancestors(of: [script.id]).count == index + 1
                let fault = try trial.fault ?? (isAlone ? snapshotFault(of: script, reached: trial.reached) : nil)
                verified.append(VerifiedRevision(script: script, fault: fault))
                // What comes after can't be tried where this one did not come to an end.
                if trial.isStuck { break }
            }
            return verified
        }
    }

    /// What is wrong with the snapshot of a revision that was replayed.
    private func snapshotFault(of script: RevisionScript, reached: Catalog) throws -> String? {
        guard let snapshot = try project.revisions.snapshot(of: script.id),
            snapshot.version.major == reached.version.major
        else { return nil }
        let changes = Comparison.changes(from: view(snapshot), to: reached)
        guard !changes.isEmpty else { return nil }
        return "the revisions up to it do not make what its snapshot says\n"
            + ChangeSummary.visible(changes).map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
            + "\nif that is meant, autogen check can write the snapshot anew from the revisions"
    }
}

/// What trying a revision has shown.
public struct VerifiedRevision: Sendable {
    /// The script that was run in a scratch database.
    public let script: RevisionScript
    /// What is wrong; `nil` when nothing is.
    public let fault: String?
}
