import AutogenConnection
public import AutogenRevisions
import AutogenSchema

extension Autogen {
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
            for script in scripts {
                guard chosen.isEmpty || chosen.contains(script.id) else {
                    try await script.replay(.upgrade, on: connection)
                    continue
                }
                step("verifying \(script.file)")
                let trial = try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
                verified.append(VerifiedRevision(script: script, fault: trial.fault))
                // What comes after can't be tried where this one did not come to an end.
                if trial.isStuck { break }
            }
            return verified
        }
    }
}

/// What trying a revision has shown.
public struct VerifiedRevision: Sendable {
    public let script: RevisionScript
    /// What is wrong; `nil` when nothing is.
    public let fault: String?
}
