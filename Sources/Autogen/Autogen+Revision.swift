import AutogenConnection
import AutogenDiff
public import AutogenPlan
public import AutogenRevisions
import AutogenSchema

/// A revision that was written.
public struct WrittenRevision: Sendable {
    public let script: RevisionScript
    /// `nil` where there was nothing to compare.
    public let plan: Plan?
    /// `nil` where there was nothing to try.
    public let proof: Proof?
}

extension Autogen {
    /// Compares the project's database, which must be at head, with the declared schema, and writes the revision that
    /// takes it there; `nil` when there is no difference.
    ///
    /// The revision is tried in a scratch database first. What is not proved is written only where that is allowed.
    public func revision(_ options: RevisionOptions) async throws -> WrittenRevision? {
        let graph = try project.revisions.graph()
        let place = try RevisionPlace(options, in: graph)
        guard !options.isEmpty else { return try await emptyRevision(options, place, graph) }
        let dialect = try dialect(of: graph)
        let start =
            options.isOffline
            ? try await catalog(after: place.down, in: graph, dialect: dialect)
            : try await startCatalog(at: place.down, in: graph, dialect)
        let target = hooks.accepted(try await declared(dialect, beyond: start), from: start)
        let (from, to) = shown(start, target)
        let planned = try RevisionDraft(
            message: options.message, from: from, to: to, after: place.down, rules: dialect.rules)
        guard var draft = planned else { return nil }
        let breaches = project.naming.breaches(in: target, beyond: start)
        guard breaches.isEmpty || options.allowsNames else { throw RevisionOptionsError.names(breaches) }
        draft.revision = finished(draft.revision, options, place)
        try await hooks.rewrites(&draft.revision)
        step("trying the revision in a scratch database")
        var prover = Prover(rules: dialect.rules, scratch: scratch(dialect))
        prover.view = { view($0) }
        let proof = try await prover.prove(draft.script(), from: start, to: target, history: graph.scripts)
        guard proof.isComplete || options.allowsUnproved else { throw AutogenError.notProved(proof) }
        let script = try project.revisions.write(
            draft.revision, catalog: proof.upgrade == .proved ? proof.reached ?? target : target,
            declared: declaredHash(dialect))
        return WrittenRevision(script: script, plan: draft.upgrade, proof: proof)
    }

    private func emptyRevision(
        _ options: RevisionOptions, _ place: RevisionPlace, _ graph: RevisionGraph
    ) async throws -> WrittenRevision {
        let dialect = try dialect(of: graph)
        let revision = Revision(
            id: place.id, downRevisions: place.down, message: options.message, created: .now(), dialect: dialect)
        let reached = try await catalog(after: place.down + place.dependsOn, in: graph, dialect: dialect)
        let script = try project.revisions.write(
            finished(revision, options, place), catalog: reached, declared: nil)
        return WrittenRevision(script: script, plan: nil, proof: nil)
    }

    private func finished(_ revision: Revision, _ options: RevisionOptions, _ place: RevisionPlace) -> Revision {
        var result = Revision(
            id: place.id, downRevisions: revision.downRevisions, message: revision.message, created: revision.created,
            dialect: revision.dialect, transaction: revision.transaction)
        result.upgrade = revision.upgrade
        result.downgrade = revision.downgrade
        result.labels = options.labels
        result.dependsOn = place.dependsOn
        return result
    }

    /// That of the project's database, or else of its revisions.
    func dialect(of graph: RevisionGraph) throws(AutogenError) -> Dialect {
        guard let dialect = self.dialect ?? graph.scripts.last?.revision.dialect else {
            throw .noDatabase
        }
        return dialect
    }

    private func startCatalog(
        at heads: [RevisionID], in graph: RevisionGraph, _ dialect: Dialect
    ) async throws -> Catalog {
        let start: Catalog? = try await withDatabase { connection in
            let state = try await connection.map { migrator($0, graph) }?.state() ?? .base
            let missing = graph.upgrades(to: heads, applied: state.ids)
            guard missing.isEmpty else { throw AutogenError.behind(database: try databaseName(), missing) }
            guard let connection else { return nil }
            return try await reflect(connection)
        }
        guard let start else { return try await catalog(after: [], in: graph, dialect: dialect) }
        if heads.count == 1, graph.independentHeads == heads, let head = heads.first,
            let snapshot = try project.revisions.snapshot(of: head),
            snapshot.version.major == start.version.major
        {
            let drift = Comparison.changes(from: snapshot, to: start)
            if !drift.isEmpty {
                note(
                    "note: the database is not what revision \(head) left; the new revision starts from the database as it is:\n"
                        + ChangeSummary.visible(drift).map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
                )
            }
        }
        return start
    }
}
