import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Takes what was changed by hand in the project's database into the declared files and into a revision; `nil` when
    /// there is nothing of it.
    ///
    /// The files are edited where they declare the objects, and must then load to what the database has. The revision is
    /// tried in a scratch database as any other, and recorded in the database that has it all; others get it by
    /// ``upgrade(to:decisions:answer:)``, which only records it where all of it is there already.
    ///
    /// ```swift
    /// if let adopted = try await autogen.adopt(drift: .all) { print(adopted.files, adopted.script.file) }
    /// ```
    ///
    /// Throws ``DriftAdoptionError``, and what ``revision(_:)`` throws; then nothing was changed. Where `finish` throws, the
    /// files and the revision stay, and the next upgrade records it.
    ///
    /// - Parameters:
    ///   - options: the message, and what was decided beforehand; the message is made of what is taken over where it is
    ///     empty.
    ///   - finish: what else is done to the script, before the database has it on record.
    public func adopt(
        drift selection: DriftSelection, _ options: RevisionOptions = RevisionOptions(message: ""),
        finish: (RevisionScript) async throws -> Void = { _ in }
    ) async throws -> AdoptedDrift? {
        guard var adopted = try await writing({ try await adopted(selection, options) }) else { return nil }
        try await finish(adopted.script)
        guard adopted.isStamped else { return adopted }
        do {
            // It was looked at before all of this.
            guard case .recorded = try await outlook(of: adopted.script.id) else {
                adopted.isStamped = false
                return adopted
            }
            try await stamp([RevisionReference(adopted.script.id)])
        } catch let error as any ExplainedError where error.category != .cancelled {
            // All of it is written, and the next upgrade finds that the database has it.
            note("note: the database could not be given the revision: \(error.reason)")
            adopted.isStamped = false
        }
        return adopted
    }

    private func adopted(_ selection: DriftSelection, _ options: RevisionOptions) async throws -> AdoptedDrift? {
        let graph = try project.revisions.graph()
        let head = try graph.head()
        let live = try await liveDatabase()
        guard let applied = live.applied else { throw DriftAdoptionError.unrecorded(try databaseName()) }
        let claimed = graph.current(Set(applied.map(\.id)))
        let heads = head.map { [$0] } ?? []
        var summary = DatabaseSummary(name: "")
        let known = try await schema(after: claimed, graph, live).catalog
        let comparison = try await comparison(of: live, with: known, &summary)
        let findings = try selection.chosen(
            among: comparison.findings(), from: comparison.expectedAsNamed, to: comparison.live)
        guard !findings.isEmpty else { return nil }

        let latest = claimed == heads ? known : try await schema(after: heads, graph, live).catalog
        let states = [latest, known, comparison.live]
        let moved = Set(Comparison.changes(from: known, to: latest).map { states.whole(of: $0.id) })
        let inTheWay = findings.filter { !moved.isDisjoint(with: $0.objects.map(states.whole)) }
        guard inTheWay.isEmpty else { throw DriftAdoptionError.pending(inTheWay) }
        let declared = try await declared(live.catalog.dialect, beyond: latest)
        let uncovered = Comparison.changes(from: latest, to: declared)
        guard uncovered.isEmpty else { throw DriftAdoptionError.uncovered(uncovered.count) }

        let sources = try DeclaredSchema(
            sources: project.sources, folder: project.root, dialect: live.catalog.dialect)
        let editor = AdoptionEditor(
            autogen: self, findings: findings, sources: sources, declared: declared, latest: latest,
            live: comparison.live)
        let files = try await editor.files()
        let edits = try DeclaredFiles(
            files, in: project,
            keepsEmptied: sources.hasIncludes || sources.files.count == files.count(where: { $0.text == nil }))
        return try await written(findings, edits, options, isAtHead: claimed == heads)
    }

    /// What the project's database holds, and what it says it has.
    func liveDatabase() async throws -> LiveDatabase {
        step("reading \(try databaseName())")
        return try await withProjectDatabase(for: .readOnly) { connection in
            try await project.versionTable.holdStill(connection)
            return try await LiveDatabase.read(
                connection, table: project.versionTable, catalog: try await reflect(connection))
        }
    }

    /// - Parameter isAtHead: whether the database has every other revision, and may have this one on record.
    private func written(
        _ findings: [Finding], _ edits: DeclaredFiles, _ options: RevisionOptions, isAtHead: Bool
    ) async throws -> AdoptedDrift {
        var options = options
        options.start = .head
        options.adopts = findings.map(\.subject.name)
        options.decisions.renames += try findings.flatMap(\.renames).map { rename throws(AddressError) in
            try RequestedRename("\(rename.old)=\(SQL.shown(rename.new))")
        }
        if options.message.isEmpty { options.message = Self.message(of: findings) }
        try edits.write()
        do {
            // What a hook leaves out is no change.
            guard let revision = try await revise(options) else { throw DriftAdoptionError.impossible(findings) }
            return AdoptedDrift(
                findings: findings, files: edits.outcomes, script: revision.script, proof: revision.proof,
                isStamped: isAtHead)
        } catch {
            edits.restore()
            throw error
        }
    }

    /// `take over index users_email_idx and 2 more`
    private static func message(of findings: [Finding]) -> String {
        guard let first = findings.first?.subject.object else { return "take over" }
        let more = findings.count > 1 ? " and \(findings.count - 1) more" : ""
        let name = (first.target ?? first)
        let own = name.kind == .function || name.kind == .aggregate ? name.path.dropLast().last ?? "" : name.name
        return "take over \(first.kind.rawValue) \(own)\(more)"
    }
}
