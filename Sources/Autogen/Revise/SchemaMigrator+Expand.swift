import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Writes two or three revisions in place of one where columns get another type that would write their tables anew, or
    /// columns and tables another name: what clients of the old version and of the new one can use at the same time; the
    /// values of the rows that are there; and, for a time when the new version of the application runs everywhere, the
    /// end of what is old, and all else that is declared.
    ///
    /// ```swift
    /// let written = try await autogen.expand(RevisionOptions(message: "wide keys"))
    /// written.map(\.script.file)  // ..._expand.sql, ..._backfill.sql, ....sql
    /// ```
    ///
    /// Each is tried in a scratch database; nothing is written unless all are proved: of the first ones that their rows keep
    /// their values and that the way back leads back, of the last one also that it leads to the declared schema. Throws ``RevisionOptionsError`` where
    /// nothing has to be written anew and no name goes, and what ``revision(_:)`` throws.
    public func expand(_ options: RevisionOptions) async throws -> [WrittenRevision] {
        try await writing { try await expanded(options) }
    }

    private func expanded(_ options: RevisionOptions) async throws -> [WrittenRevision] {
        let graph = try project.revisions.graph()
        let place = try RevisionPlace(options, in: graph)
        let dialect = try dialect(of: graph)
        let from = options.start ?? project.revisionStart
        if from == .database { try await checkInStep(with: place.down, in: graph, dialect) }
        var ends = try await ends(of: graph, dialect)
        let declared = ends.target
        let authoring = Authoring(autogen: self, options: options, counts: from != .offline)
        let names = try await authoring.names(from: ends.start, to: declared) {
            try await graph.replay(upTo: graph.independentHeads, on: $0)
        }
        ends.target = hooks.accepted(declared, from: names.start?.catalog ?? ends.start)
        try checkNames(in: ends.target, beyond: names.start?.catalog ?? ends.start, options)
        let kept = try names.start.map { try KeptNames($0.script.renames) } ?? .none
        let before = graph.upgrades(to: graph.independentHeads, applied: [])
        let start = try await renamed(ends.start, to: ends.target, by: kept.first) { connection in
            try await before.replay(on: connection)
        }
        let online = try await onlineTables(in: start?.catalog ?? ends.start) { start?.script.former[$0] ?? $0 }
        let planner = Planner(rules: dialect.rules, online: online)
        let plan = try planner.expansion(from: start?.catalog ?? ends.start, to: ends.target, keeping: kept)
        guard let expansion = plan else { throw RevisionOptionsError.nothingToExpand }
        let steps = try await openings(of: expansion, start?.script, options, place, dialect)
        step("trying the expansion in a scratch database")
        let reached = try await scratch(dialect).withScratch { connection in
            var reached: [Catalog] = []
            try await before.replay(on: connection)
            for script in steps {
                try await script.replay(.upgrade, on: connection)
                reached.append(try await reflect(connection))
            }
            return reached
        }
        let starts = [ends.start] + reached
        var proofs: [Proof] = []
        for (number, script) in steps.enumerated() {
            proofs.append(
                try await proof(
                    of: script, from: starts[number], to: reached[number],
                    behind: before + steps.prefix(number), options))
        }
        let (draft, last) = try await contraction(
            of: expansion, kept.last, from: starts[steps.count], to: ends.target, after: before + steps, options, place,
            online)
        let files = try annotated(names.answered, in: declared)
        try files.write()
        do {
            let first = zip(zip(steps, proofs), reached).map { ($0.0.revision, nil as Plan?, $0.1, $1) }
            var written = try write(
                first + [(draft.revision, draft.upgrade, last, last.reached ?? ends.target)], dialect)
            written[written.count - 1].annotated = files.names
            return written
        } catch {
            files.restore()
            throw error
        }
    }

    /// The one or two revisions that come first.
    private func openings(
        of expansion: Expansion, _ renaming: RenameScript?, _ options: RevisionOptions, _ place: RevisionPlace,
        _ dialect: Dialect
    ) async throws -> [RevisionScript] {
        let first = try await draft(
            "expand", after: place.down, options, place, up: (renaming?.statements ?? []) + expansion.expand,
            down: expansion.expandBack + (renaming?.reversed ?? []), renames: renaming?.renames.all ?? [], dialect)
        guard !expansion.backfill.isEmpty else { return [first] }
        let second = try await draft(
            "backfill", after: [first.id], options, place, up: expansion.backfill, down: expansion.backfillBack, dialect
        )
        return [first, second]
    }

    private func draft(
        _ step: String, after down: [RevisionID], _ options: RevisionOptions, _ place: RevisionPlace, up: [Statement],
        down back: [Statement], renames: [Rename] = [], _ dialect: Dialect
    ) async throws -> RevisionScript {
        guard let id = RevisionID("\(place.id)_\(step)") else { throw RevisionOptionsError.idTooLong(place.id) }
        let isWhole = (up + back).allSatisfy { $0.transaction == .shared }
        func sql(_ statements: [Statement]) -> String {
            ScriptText.text(of: isWhole ? statements : Statement.inTransactions(statements, in: dialect), in: dialect)
        }
        var revision = Revision(
            id: id, downRevisions: down, message: "\(options.message): \(step)", created: .now(), dialect: dialect,
            transaction: isWhole ? .yes : .no, upgrade: sql(up), downgrade: sql(back))
        revision.settings = .pinned
        revision.renames = renames
        if step == "expand" {
            revision.labels = options.labels
            revision.dependsOn = place.dependsOn
        }
        try await hooks.rewrites(&revision)
        return try project.revisions.draft(revision)
    }

    /// The revision that gives the new columns the names of the old ones, which go.
    private func contraction(
        of expansion: Expansion, _ names: [Rename], from filled: Catalog, to target: Catalog,
        after history: [RevisionScript],
        _ options: RevisionOptions, _ place: RevisionPlace, _ online: OnlineTables
    ) async throws -> (RevisionDraft, Proof) {
        var options = options
        options.decisions.drops += try expansion.columns.map { try AddressPattern($0.leavingAddress.description) }
        var authoring = Authoring(autogen: self, options: options, counts: false)
        authoring.online = online
        let renamed = try await renamed(filled, to: target, by: Renames(expansion.renames.all + names)) { connection in
            try await history.replay(on: connection)
        }
        let names = Authoring.Names(start: renamed, candidates: [], answered: [])
        func planned() async throws -> Authoring.Draft {
            let draft = try await authoring.draft(from: filled, to: target, names, after: history.suffix(1).map(\.id))
            guard let draft else { throw RevisionOptionsError.nothingToExpand }
            return draft
        }
        // The old columns come back with their values first, and the rest is planned from there.
        let up = try await planned().draft
        let beside = try await scratch(target.dialect).withScratch { connection in
            try await history.replay(on: connection)
            try await up.script().replay(.upgrade, on: connection)
            for statement in expansion.contractBack { try await connection.execute(statement.sql) }
            return try await reflect(connection)
        }
        authoring.detour = RevisionDraft.Detour(
            expansion.contractBack, to: beside, filling: expansion.returning)
        var drafted = try await planned()
        var revision = finished(drafted.draft.revision, options, place)
        // The first of the revisions has these.
        (revision.labels, revision.dependsOn) = ([], [])
        revision.requires = .deployed
        drafted.draft.revision = revision
        let losses = Set(ScriptLosses(try drafted.draft.script()).upgrade.map(\.object))
        try await hooks.rewrites(&drafted.draft.revision)
        drafted.draft.revision = try await authoring.accepted(drafted, planned: losses, names)
        let pairs = expansion.columns.flatMap { pair in [(Address(pair.old), pair), (pair.leavingAddress, pair)] }
        let successors = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        drafted.draft.revision.accepts = drafted.draft.revision.accepts.map { loss in
            guard let pair = successors[loss.object] else { return loss }
            let place = pair.name == pair.old.name ? "in a column of its name" : "in \(SQL.shown([pair.name]))"
            return Acceptance(loss.object, note: "its values stay, \(place)")
        }
        let proof = try await proof(
            of: drafted.draft.script(), from: filled, to: target, behind: history, options)
        return (drafted.draft, proof)
    }

    private func proof(
        of script: RevisionScript, from start: Catalog, to target: Catalog, behind history: [RevisionScript],
        _ options: RevisionOptions
    ) async throws -> Proof {
        var prover = Prover(scratch: scratch(start.dialect))
        prover.view = { view($0) }
        prover.ownRows = options.rows
        let proof = try await prover.prove(script, from: start, to: target, history: history)
        guard proof.isComplete || options.decisions.allowed.contains(.unproved) else {
            throw AutogenError.notProved(proof)
        }
        return proof
    }

    /// All of them, or none where one can't be written.
    private func write(
        _ revisions: [(revision: Revision, plan: Plan?, proof: Proof, reached: Catalog)], _ dialect: Dialect
    ) throws -> [WrittenRevision] {
        var written: [WrittenRevision] = []
        do {
            for (place, (revision, plan, proof, reached)) in revisions.enumerated() {
                let measured = proof.facts.map { revision.withFacts($0) } ?? revision
                let isLast = place == revisions.count - 1
                let script = try project.revisions.write(
                    measured, catalog: reached, declared: isLast ? declaredHash(dialect) : nil)
                written.append(WrittenRevision(script: script, plan: plan, proof: proof))
            }
        } catch {
            for one in written { project.revisions.remove(one.script) }
            throw error
        }
        return written
    }
}
