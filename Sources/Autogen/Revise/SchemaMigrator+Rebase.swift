import AutogenConnection
import AutogenDiff
public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Puts the revisions that only one head has after another head, and returns their scripts.
    ///
    /// Nothing is written unless they can be applied there, taken back and applied again in a scratch database.
    public func rebase(_ reference: RevisionReference, onto: RevisionReference) async throws -> [RevisionScript] {
        try await writing { try await moved(reference, onto: onto) }
    }

    private func moved(_ reference: RevisionReference, onto: RevisionReference) async throws -> [RevisionScript] {
        let graph = try project.revisions.graph()
        guard let head = try graph.resolve(reference, applied: nil), let base = try graph.resolve(onto, applied: nil)
        else { throw RevisionReferenceError.outOfRange(reference.description) }
        let rebase = try Rebase(of: head, onto: base, in: graph)
        try await checkNotApplied(rebase, graph)
        let folder = project.revisions
        let scripts = try rebase.moved.map { script in
            guard let down = rebase.reparented[script.id] else { return script }
            return try folder.settingDownRevisions(down, of: script)
        }
        step("replaying the moved revisions in a scratch database")
        let dialect = try dialect(of: graph)
        let reached = try await scratch(dialect).withScratch { connection in
            try await graph.replay(upTo: [base], on: connection)
            var snapshots: [Catalog] = []
            for script in scripts {
                let trial = try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
                if let fault = trial.fault { throw RevisionOptionsError.unproved(script.id, fault) }
                snapshots.append(trial.reached)
            }
            return snapshots
        }
        try await checkLosses(of: scripts, after: base, before: rebase.moved, in: graph)
        for (script, catalog) in zip(scripts, reached) { try folder.replace(script, catalog: catalog) }
        return scripts
    }

    /// Throws ``Refused`` where the moved scripts take something away that they did not take before: what the other
    /// branch has added to a table that they make anew.
    private func checkLosses(
        of scripts: [RevisionScript], after base: RevisionID, before old: [RevisionScript], in graph: RevisionGraph
    ) async throws {
        func lost(_ scripts: [RevisionScript], after ids: [RevisionID]) async throws -> Set<Address> {
            guard let dialect = scripts.first?.revision.dialect else { return [] }
            return try await scratch(dialect).withScratch { connection in
                try await graph.replay(upTo: ids, on: connection)
                let before = try await reflect(connection)
                for script in scripts { try await script.replay(.upgrade, on: connection) }
                return CatalogLosses.between(before, try await reflect(connection))
            }
        }
        let moved = Set(old.map(\.id))
        let start = graph.ancestors(of: old.flatMap(\.revision.needs)).subtracting(moved)
        let known = try await lost(old, after: Array(start))
        let new = try await lost(scripts, after: [base]).subtracting(known).filter { object in
            !scripts.contains { $0.revision.accepts.contains { $0.object == object } }
        }
        guard new.isEmpty else {
            throw Refused(
                new.sorted().map { Question(.loss, $0, message: "is gone after the moved revisions", rows: .unknown) },
                outcome: "nothing was moved; write the moved revision anew after the other head")
        }
    }

    /// A script that a database has must stay as it is.
    private func checkNotApplied(_ rebase: Rebase, _ graph: RevisionGraph) async throws {
        guard dialect != nil else { return }
        do {
            let applied = try await withDatabase { connection in
                try await connection.map { migrator($0, graph) }?.state().ids ?? []
            }
            let files = rebase.moved.filter { applied.contains($0.id) }.map(\.file)
            guard files.isEmpty else { throw RebaseError.applied(files) }
        } catch let error as DatabaseError where error.reason == .connection {
            note("note: the database could not be asked whether it has these revisions: \(error.message)")
        }
    }
}
