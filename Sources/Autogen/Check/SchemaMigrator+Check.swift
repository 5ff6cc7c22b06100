import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenMetadata
package import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Checks a project as it would be committed: one head, every script as its snapshot knows it, and the declared
    /// schema covered by the revisions.
    ///
    /// No database is asked when the files of the declared schema are those the latest snapshot was made from. In a Git
    /// repository no file is read, either, while all are those that an earlier check found in order.
    /// Scripts that are new since this branch and `main` part are looked at as ``lint(_:)`` does, where Git tells which
    /// these are and there is a scratch database; what matters as a note is left to that.
    ///
    /// - Parameters:
    ///   - live: whether to compare the project's database too.
    ///   - lints: whether scripts are looked at.
    public func check(live: Bool = false, lints: Bool = true) async throws -> [CheckFinding] {
        try await check(live: live, lints: lints ? GitFolder(project.root) : nil)
    }

    /// - Parameter git: whose scripts are looked at; `nil` for none.
    package func check(live: Bool = false, lints git: GitFolder?) async throws -> [CheckFinding] {
        let memory = live ? nil : CheckMemory(root: project.root)
        let states = memory.flatMap { _ in checkedFiles(areLinted: git != nil) }
        if let memory, let states, memory.contains(states) { return [] }
        // The declared files are read while the scripts are: reading is all there is to do when nothing has changed.
        async let declared = dialect.map { try declaredDigest($0) }
        let graph = try project.revisions.graph()
        var findings = try findingsOfScripts(graph)
        guard graph.heads.count <= 1 else { return findings }
        findings += try await findingsOfReplay(graph)
        let covering = try coveringDigest(graph, await declared)
        if covering == nil, let finding = try await uncovered(graph) { findings.append(finding) }
        var isLookedAt = true
        if let git {
            let found = try await findingsOfLint(graph, git)
            isLookedAt = found != nil
            findings += found ?? []
        }
        if let digest = covering {
            if findings.isEmpty, isLookedAt, !digest.mayIncludeOthers, let states, states.areSettled {
                memory?.remember(states)
            }
        }
        if live { findings += try await findingsOfDatabase(graph) }
        return findings
    }

    private func findingsOfScripts(_ graph: RevisionGraph) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        do { _ = try graph.head() } catch { findings.append(.severalHeads(error)) }
        for script in graph.scripts {
            switch try SnapshotState(of: script, in: project.revisions, isHead: graph.heads.contains(script.id)) {
            case .missing(let snapshot): findings.append(.missingSnapshot(script.file, snapshot: snapshot))
            case .otherScript(let recorded):
                findings.append(.edited(script.file, recorded: recorded, now: script.checksum))
            case .edited(let snapshot): findings.append(.editedSnapshot(script.file, snapshot: snapshot))
            case .otherStart, .current: break
            }
            let losses = try unaccepted(in: script)
            if !losses.isEmpty { findings.append(.unaccepted(script.file, losses)) }
        }
        return findings
    }

    /// What a script loses and nobody has taken; nothing of scripts that were written before that was asked.
    func unaccepted(in script: RevisionScript) throws -> [ScriptLoss] {
        try project.revisions.isExempt(script) ? [] : script.unacceptedLosses
    }

    /// The revisions that were written before losses were to be accepted.
    package func exemptRevisions() throws -> [RevisionScript] {
        try project.revisions.graph().scripts.filter { try project.revisions.isExempt($0) }
    }

    /// Whether the revisions before some scripts still make what their snapshots were made on: where that is not certain,
    /// they are replayed.
    private func findingsOfReplay(_ graph: RevisionGraph) async throws -> [CheckFinding] {
        let folder = project.revisions
        let changed = try graph.scripts.filter { script in
            guard case .otherStart = try SnapshotState(of: script, in: folder, isHead: false) else { return false }
            return true
        }
        var findings: [CheckFinding] = []
        for (script, reached) in try await states(after: changed, in: graph) {
            guard let snapshot = try folder.snapshot(of: script.id), snapshot.version.major == reached.version.major
            else { continue }
            let changes = Comparison.changes(from: view(snapshot), to: reached)
            if !changes.isEmpty {
                findings.append(.unlike(script.file, snapshot: folder.snapshotFile(script.id), changes))
            }
        }
        return findings
    }

    /// The digest of the declared files when it is the one that the latest snapshot was made from.
    private func coveringDigest(_ graph: RevisionGraph, _ declared: SourceDigest?) throws -> SourceDigest? {
        guard let head = graph.heads.first, let recorded = try project.revisions.header(of: head)?.declared,
            let dialect = self.dialect ?? graph[head]?.revision.dialect
        else { return nil }
        let digest = try declared ?? declaredDigest(dialect)
        return digest.text == recorded ? digest : nil
    }

    private func uncovered(_ graph: RevisionGraph) async throws -> CheckFinding? {
        let head = graph.heads.first
        let dialect = self.dialect ?? head.flatMap { graph[$0]?.revision.dialect }
        guard let dialect else { throw AutogenError.noDialect(["an empty schema"]) }
        let (reached, target) = try await ends(of: graph, dialect)
        let changes = Comparison.changes(from: reached, to: hooks.accepted(target, from: reached))
        return changes.isEmpty ? nil : .uncovered(changes)
    }

    private func findingsOfDatabase(_ graph: RevisionGraph) async throws -> [CheckFinding] {
        try await withDatabase { connection in
            guard let connection else { return graph.scripts.isEmpty ? [] : [.pending(graph.scripts.map(\.file))] }
            let state = try await migrator(connection, graph).state()
            let held = graph.held(in: state)
            let pending = graph.upgrades(to: graph.heads, applied: state.ids).filter { !held.contains($0.id) }
            guard pending.isEmpty else { return [.pending(pending.map(\.file))] }
            // What a role that only looks sees otherwise is not drift.
            let live = try await LiveDatabase.read(
                connection, table: project.versionTable, catalog: try await reflect(connection))
            for script in graph.scripts where held.contains(script.id) && script.revision.requires != nil {
                note(
                    "note: \(script.file) waits for the new version to run everywhere; autogen upgrade --contract runs it"
                )
            }
            let reached = held.isEmpty ? graph.heads : graph.current(state.ids)
            let expected = try await schema(after: reached, graph, live)
            for text in expected.notes { note(text) }
            var summary = DatabaseSummary(name: "")
            let (seen, known) = live.comparable(with: expected.catalog, &summary)
            let changes = Comparison.changes(from: known, to: seen)
            return changes.isEmpty ? [] : [.drifted(changes)]
        }
    }
}
