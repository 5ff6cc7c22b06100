import AutogenConnection
import AutogenDiff
public import AutogenPlan
public import AutogenRevisions
import AutogenSchema

/// A revision that was written.
public struct WrittenRevision: Sendable {
    public let script: RevisionScript
    public let plan: Plan
    public let proof: Proof
}

extension Autogen {
    /// Compares the project's database, which must be at head, with the declared schema, and writes the revision that
    /// takes it there; `nil` when there is no difference.
    ///
    /// The revision is tried in a scratch database first. What is not proved is written only with `allowingUnproved`.
    public func revision(message: String, allowingUnproved: Bool = false) async throws -> WrittenRevision? {
        let url = try databaseURL()
        let graph = try project.revisions.graph()
        let head = try graph.head()
        let start = try await startCatalog(at: head, in: graph, url)
        let target = try await catalog(of: .declared, dialect: url.dialect, server: url)
        let heads = head.map { [$0] } ?? []
        let (from, to) = shown(start, target)
        let draft = try RevisionDraft(message: message, from: from, to: to, after: heads, rules: url.dialect.rules)
        guard let draft else { return nil }
        step("trying the revision in a scratch database")
        let prover = Prover(rules: url.dialect.rules, scratch: scratch(url.dialect))
        let proof = try await prover.prove(draft.script(), from: start, to: target, history: graph.scripts)
        guard proof.isComplete || allowingUnproved else { throw AutogenError.notProved(proof) }
        let script = try project.revisions.write(
            draft.revision, catalog: proof.upgrade == .proved ? proof.reached ?? target : target,
            declared: declaredHash(url.dialect))
        return WrittenRevision(script: script, plan: draft.upgrade, proof: proof)
    }

    private func startCatalog(
        at head: RevisionID?, in graph: RevisionGraph, _ url: DatabaseURL
    ) async throws -> Catalog {
        let start: Catalog? = try await withDatabase { connection in
            let state = try await connection.map { migrator($0, graph) }?.state() ?? .base
            let missing = graph.upgrades(to: head.map { [$0] } ?? [], applied: state.ids)
            guard missing.isEmpty else { throw AutogenError.behind(database: "\(url)", missing) }
            guard let connection else { return nil }
            return try await reflect(connection)
        }
        guard let start else { return try await catalog(after: nil, in: graph, dialect: url.dialect) }
        if let head, let snapshot = try project.revisions.snapshot(of: head),
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
