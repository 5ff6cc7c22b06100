import AutogenConnection
import AutogenDiff
import AutogenMetadata
public import AutogenPlan
public import AutogenRevisions
import AutogenSchema

/// A revision that was written.
public struct WrittenRevision: Sendable {
    /// The script as it was written.
    public let script: RevisionScript
    /// `nil` where there was nothing to compare.
    public let plan: Plan?
    /// `nil` where there was nothing to try.
    public let proof: Proof?
    /// Declared files that were given comments which keep what was answered about names.
    public var annotated: [String] = []
}

extension SchemaMigrator {
    /// Compares what the revisions make with the declared schema, and writes the revision that leads from one to the
    /// other; `nil` when there is no difference.
    ///
    /// The project's database must be what its revisions make, unless the options say otherwise. Nothing is lost and no
    /// value is invented that ``RevisionOptions/decisions`` or ``RevisionOptions/answer`` does not allow: ``Refused`` lists
    /// what is left to decide. The revision is tried in a scratch database first. What is not proved is written only where
    /// that is allowed.
    public func revision(_ options: RevisionOptions) async throws -> WrittenRevision? {
        try await writing { try await revise(options) }
    }

    /// The same where the lock of the revisions is held.
    func revise(_ options: RevisionOptions) async throws -> WrittenRevision? {
        let graph = try project.revisions.graph()
        let place = try RevisionPlace(options, in: graph)
        guard !options.isEmpty else { return try await emptyRevision(options, place, graph) }
        let dialect = try dialect(of: graph)
        let from = options.start ?? project.revisionStart
        if from == .database { try await checkInStep(with: place.down, in: graph, dialect) }
        let ends = try await ends(of: graph, dialect)
        let start = ends.start
        var authoring = Authoring(autogen: self, options: options, counts: from != .offline)
        let names = try await authoring.names(from: start, to: ends.target) {
            try await graph.replay(upTo: graph.independentHeads, on: $0)
        }
        // What has another name is neither new nor gone.
        let known = names.start?.catalog ?? start
        let target = hooks.accepted(ends.target, from: known)
        try checkNames(in: target, beyond: known, options)
        authoring.online = options.isOnline ? try await onlineTables(in: start) { names.former($0) } : .none
        let planned = try await authoring.draft(from: start, to: target, names, after: place.down)
        guard var drafted = planned else { return nil }
        drafted.draft.revision = finished(drafted.draft.revision, options, place)
        let losses = Set(ScriptLosses(try drafted.draft.script()).upgrade.map(\.object))
        try await hooks.rewrites(&drafted.draft.revision)
        drafted.draft.revision = try await authoring.accepted(drafted, planned: losses, names)
        let draft = drafted.draft
        var trial = try await trial(of: draft.script(), from: start, to: target, place, graph, options.rows)
        if let observer = options.observer, trial.proof.isComplete {
            let faults = try await observed(draft.script(), in: graph, by: observer)
            trial.proof = trial.proof.refuted(by: faults)
        }
        guard trial.proof.isComplete || options.decisions.allowed.contains(.unproved) else {
            throw AutogenError.notProved(trial.proof)
        }
        let files = try annotated(names.answered, in: ends.target)
        try files.write()
        do {
            let revision = trial.proof.facts.map { draft.revision.withFacts($0) } ?? draft.revision
            let script = try project.revisions.write(
                revision, catalog: trial.reached ?? target, declared: declaredHash(dialect))
            return WrittenRevision(
                script: script, plan: draft.upgrade, proof: trial.proof, annotated: files.names)
        } catch {
            files.restore()
            throw error
        }
    }

    /// Throws where new names break the project's convention, unless that is allowed.
    func checkNames(in target: Catalog, beyond known: Catalog, _ options: RevisionOptions) throws {
        let breaches = project.naming.breaches(in: target, beyond: known)
        guard breaches.isEmpty || options.decisions.allowed.contains(.naming) else {
            throw RevisionOptionsError.names(breaches)
        }
    }

    /// The declared files with comments that keep what was answered about names.
    func annotated(
        _ answers: [(object: Address, old: String)], in declared: Catalog
    ) throws -> DeclaredFiles {
        guard !answers.isEmpty else { return try DeclaredFiles([], in: project, keepsEmptied: false) }
        let sources = try DeclaredSchema(sources: project.sources, folder: project.root, dialect: declared.dialect)
        var text = SchemaText(sources, declared, sources: project.sources)
        for answer in answers {
            text.annotate(answer.object, "autogen:\(Annotation.Kind.renamedFrom.rawValue) \(answer.old)")
        }
        do {
            return try DeclaredFiles(text.edited, in: project, keepsEmptied: true)
        } catch {
            note("note: the answers about names stand in the revision alone: \(error)")
            return try DeclaredFiles([], in: project, keepsEmptied: true)
        }
    }

    /// Runs the revision after all others, and once more after those alone that it comes after, which makes its snapshot.
    private func trial(
        of script: RevisionScript, from start: Catalog, to target: Catalog, _ place: RevisionPlace,
        _ graph: RevisionGraph, _ rows: RowsFile?
    ) async throws -> (proof: Proof, reached: Catalog?) {
        step("trying the revision in a scratch database")
        var prover = Prover(scratch: scratch(start.dialect))
        prover.view = { view($0) }
        prover.ownRows = rows
        let proof = try await prover.prove(
            script, from: start, to: target, history: graph.upgrades(to: graph.independentHeads, applied: []))
        let line = graph.upgrades(to: place.down + place.dependsOn, applied: [])
        guard proof.upgrade == .proved, line.count < graph.scripts.count else { return (proof, proof.reached) }
        let alone = try await scratch(start.dialect).withScratch { connection in
            try await line.replay(on: connection)
            return try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
        }
        guard let fault = alone.fault else { return (proof, alone.reached) }
        let reason = "without the revisions of other branches: \(fault)\nif it needs one, let it depend on that"
        return (Proof(upgrade: .refused(reason), downgrade: proof.downgrade, reached: nil), alone.reached)
    }

    private func emptyRevision(
        _ options: RevisionOptions, _ place: RevisionPlace, _ graph: RevisionGraph
    ) async throws -> WrittenRevision {
        let dialect = try dialect(of: graph)
        let revision = Revision(
            id: place.id, downRevisions: place.down, message: options.message, created: .now(), dialect: dialect)
        let reached = try await schema(after: place.down + place.dependsOn, in: graph, dialect, as: nil)
        let script = try project.revisions.write(
            finished(revision, options, place), catalog: reached, declared: nil)
        return WrittenRevision(script: script, plan: nil, proof: nil)
    }

    func finished(_ revision: Revision, _ options: RevisionOptions, _ place: RevisionPlace) -> Revision {
        var result = Revision(
            id: place.id, downRevisions: revision.downRevisions, message: revision.message, created: revision.created,
            dialect: revision.dialect, transaction: revision.transaction)
        result.accepts = revision.accepts
        result.fills = revision.fills
        result.renames = revision.renames
        result.adopts = options.adopts
        result.settings = revision.settings
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
}
