import AutogenConnection
import AutogenDiff
public import AutogenRevisions
import AutogenSchema

extension Autogen {
    /// Makes one revision of all in a range, both ends included, and returns its script.
    ///
    /// It is tried in a scratch database first: it must lead where they led, and back. A database that has them all has
    /// the new one; the old scripts are removed.
    public func squash(_ range: RevisionRange, message: String?) async throws -> RevisionScript {
        let graph = try project.revisions.graph()
        let squash = try Squash(graph.scripts(in: range, applied: nil).reversed(), message: message, in: graph)
        let revision = try squash.joined()
        let script = try project.revisions.draft(revision)
        step("trying the squashed revision in a scratch database")
        let before = graph.ancestors(of: squash.revision.downRevisions + squash.revision.dependsOn)
        let wanted = try await scratch(revision.dialect).withScratch { connection in
            try await graph.replay(upTo: Array(before), on: connection)
            let start = try await reflect(connection)
            for script in squash.scripts { try await script.replay(.upgrade, on: connection) }
            return (start: start, end: try await reflect(connection))
        }
        try await scratch(revision.dialect).withScratch { connection in
            try await graph.replay(upTo: Array(before), on: connection)
            let trial = try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
            let changes = Comparison.changes(from: trial.reached, to: wanted.end)
            let fault = trial.fault ?? (changes.isEmpty ? nil : Proof.Outcome.differs(changes).fault)
            if let fault { throw RevisionOptionsError.unproved(script.id, fault) }
        }
        return try project.revisions.replace(squash.scripts, with: revision, catalog: wanted.end)
    }
}
