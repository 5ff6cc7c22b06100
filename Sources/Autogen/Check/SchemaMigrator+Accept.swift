public import AutogenRevisions
import AutogenConnection
import AutogenDiff
import AutogenSchema

extension SchemaMigrator {
    /// Takes the scripts as they are: writes anew the snapshots that are missing or belong to an earlier text, or to
    /// earlier revisions, by replaying the history in a scratch database, and returns the revisions concerned.
    ///
    /// What a script loses must be taken by a line of its header, by the decisions, or by an answer, which becomes such a
    /// line; ``Refused`` lists what is not, and then nothing is written.
    public func acceptScripts(
        decisions: RevisionDecisions = RevisionDecisions(),
        answer: @Sendable (Question) async throws -> Answer = { throw Refused([$0]) }
    ) async throws -> [RevisionScript] {
        try await writing { try await accept(decisions, answer) }
    }

    private func accept(
        _ decisions: RevisionDecisions, _ answer: @Sendable (Question) async throws -> Answer
    ) async throws -> [RevisionScript] {
        let graph = try project.revisions.graph()
        let folder = project.revisions
        let losing = try graph.scripts.filter { try !unaccepted(in: $0).isEmpty }
        var acceptances: [RevisionID: [Acceptance]] = [:]
        for script in losing {
            let losses = try unaccepted(in: script)
            acceptances[script.id] = try await accepted(
                losses, of: script, decisions, outcome: "nothing was accepted", answer)
        }
        let stale = try graph.scripts.filter { script in
            guard case .current = try SnapshotState(of: script, in: folder, isHead: graph.heads.contains(script.id))
            else { return true }
            return false
        }
        // What comes after them was made on what they were.
        let later = graph.descendants(of: stale.map(\.id))
        let remade = graph.scripts.filter { script in stale.contains(script) || later.contains(script.id) }
        let states = try await states(after: remade, in: graph)
        for script in losing { _ = try folder.setAcceptances(acceptances[script.id] ?? [], of: script) }
        for (script, reached) in states {
            // The declared schema is still that of the snapshot where this is what it was.
            let isSame = try folder.snapshot(of: script.id).map {
                Comparison.changes(from: view($0), to: reached).isEmpty
            }
            let declared = isSame == true ? try folder.header(of: script.id)?.declared : nil
            try folder.writeSnapshot(reached, of: script, declared: declared)
        }
        let concerned = Set((losing + stale).map(\.id))
        return graph.scripts.filter { concerned.contains($0.id) }
    }

    /// The lines of the script's header with one more for each loss that somebody takes now.
    func accepted(
        _ losses: [ScriptLoss], of script: RevisionScript, _ decisions: RevisionDecisions, outcome: String,
        _ answer: @Sendable (Question) async throws -> Answer
    ) async throws -> [Acceptance] {
        let objects = losses.map(\.object)
        let open = losses.filter { loss in
            !decisions.allowed.contains(.dataLoss)
                && !decisions.drops.contains { $0.matches(loss.object, in: script.revision.dialect) }
        }
        let rows = try await rows(of: objects)
        let questions = open.map { loss in
            Question(
                .loss, loss.object, message: "\(script.file):\(loss.line): \(loss.message)",
                rows: rows[loss.object] ?? .unknown)
        }
        _ = try await RevisionOptions.ask(questions, answer, outcome: outcome)
        let day = Timestamp.now().day
        return script.revision.accepts
            + objects.map { object in
                Acceptance(object, note: "\(rows[object] ?? .unknown) on \(day)")
            }
    }

    /// The schema after each of some revisions and what it needs, by replaying; in the order of the history.
    func states(
        after scripts: [RevisionScript], in graph: RevisionGraph
    ) async throws -> [(script: RevisionScript, reached: Catalog)] {
        var states: [(script: RevisionScript, reached: Catalog)] = []
        var rest = scripts[...]
        while let first = rest.first {
            // Those that come after one another share a scratch database; one of another branch begins anew.
            var line = [first]
            for script in rest.dropFirst() {
                guard let last = line.last,
                    graph.ancestors(of: [script.id]).isSuperset(of: graph.ancestors(of: [last.id]))
                else { break }
                line.append(script)
            }
            rest = rest.dropFirst(line.count)
            step("replaying the revisions up to \(line.last?.id.text ?? "")")
            let wanted = line
            states += try await scratch(first.revision.dialect).withScratch { connection in
                var applied: Set<RevisionID> = []
                var states: [(script: RevisionScript, reached: Catalog)] = []
                for script in wanted {
                    for next in graph.upgrades(to: [script.id], applied: applied) {
                        try await next.replay(.upgrade, on: connection)
                        applied.insert(next.id)
                    }
                    states.append((script, try await reflect(connection)))
                }
                return states
            }
        }
        return states
    }
}
