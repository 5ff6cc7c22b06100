import AutogenConnection
import AutogenDiff
public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Makes one revision of all in a range, both ends included, and returns its script.
    ///
    /// It is tried in a scratch database first: it must lead where they led, and back. A database that has them all has
    /// the new one; the old scripts are removed. What they lose with somebody's consent it loses so, too; what was made
    /// and dropped on the way needs none.
    public func squash(_ range: RevisionRange, message: String?) async throws -> RevisionScript {
        try await writing { try await squashed(range, message: message) }
    }

    private func squashed(_ range: RevisionRange, message: String?) async throws -> RevisionScript {
        let graph = try project.revisions.graph()
        let squash = try Squash(graph.scripts(in: range, applied: nil).reversed(), message: message, in: graph)
        var revision = try squash.joined()
        revision.accepts = try acceptances(of: squash, joined: project.revisions.draft(revision))
        revision.fills = squash.scripts.flatMap(\.revision.fills)
        let script = try project.revisions.draft(revision)
        step("trying the squashed revision in a scratch database")
        let before = graph.ancestors(of: squash.revision.downRevisions + squash.revision.dependsOn)
        let wanted = try await scratch(revision.dialect).withScratch { connection in
            try await graph.replay(upTo: Array(before), on: connection)
            let start = try await reflect(connection)
            for script in squash.scripts { try await script.replay(.upgrade, on: connection) }
            return (start: start, end: try await reflect(connection))
        }
        let facts = try await scratch(revision.dialect).withScratch { connection in
            try await graph.replay(upTo: Array(before), on: connection)
            let trial = try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
            let changes = Comparison.changes(from: trial.reached, to: wanted.end)
            let fault = trial.fault ?? (changes.isEmpty ? nil : Proof.Outcome.differs(changes).fault)
            if let fault { throw RevisionOptionsError.unproved(script.id, fault) }
            try await script.replay(.downgrade, on: connection)
            return try await script.measured(on: connection, splits: true)
        }
        if let facts { revision = revision.withFacts(facts) }
        revision.renames = Renames.composed(
            squash.scripts.map(\.revision.renames), from: Set(wanted.start.addresses))
        return try project.revisions.replace(squash.scripts, with: revision, catalog: wanted.end)
    }

    /// The lines of the old scripts about what the new one loses; throws ``Refused`` for what none of them accepts.
    private func acceptances(of squash: Squash, joined script: RevisionScript) throws -> [Acceptance] {
        let lines = squash.scripts.flatMap(\.revision.accepts)
        // Scripts from before that was asked bring what they lose.
        let exempt = try squash.scripts.filter { try project.revisions.isExempt($0) }
            .flatMap { ScriptLosses($0).upgrade }
        var accepted: [Acceptance] = []
        var open: [ScriptLoss] = []
        for loss in ScriptLosses(script).upgrade {
            if let line = lines.first(where: { loss.isAccepted(by: $0) }) {
                accepted.append(line)
            } else if exempt.contains(where: { $0.object == loss.object }) {
                accepted.append(Acceptance(loss.object, note: "written before losses were accepted"))
            } else {
                open.append(loss)
            }
        }
        guard open.isEmpty else {
            throw Refused(
                open.map { Question(.loss, $0.object, message: $0.message, rows: .unknown) },
                outcome: "no line of the old scripts accepts that, so nothing was squashed; autogen check can write it "
                    + "into each script")
        }
        var seen: Set<Acceptance> = []
        return accepted.filter { seen.insert($0).inserted }
    }
}
