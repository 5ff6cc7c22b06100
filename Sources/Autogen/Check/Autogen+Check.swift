import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenMetadata
public import AutogenRevisions
import AutogenSchema

extension Autogen {
    /// Checks a project as it would be committed: one head, every script as its snapshot knows it, and the declared
    /// schema covered by the revisions.
    ///
    /// No database is asked when the files of the declared schema are those the latest snapshot was made from. In a Git
    /// repository no file is read, either, while all are those that an earlier check found in order.
    /// - Parameter live: whether to compare the project's database too.
    public func check(live: Bool = false) async throws -> [CheckFinding] {
        let memory = live ? nil : CheckMemory(root: project.root)
        let states = memory.flatMap { _ in checkedFiles() }
        if let memory, let states, memory.contains(states) { return [] }
        // The declared files are read while the scripts are: reading is all there is to do when nothing has changed.
        async let declared = dialect.map { try declaredDigest($0) }
        let graph = try project.revisions.graph()
        var findings = try findingsOfScripts(graph)
        guard graph.heads.count <= 1 else { return findings }
        if let digest = try coveringDigest(graph, await declared) {
            if findings.isEmpty, !digest.mayIncludeOthers, let states, states.areSettled { memory?.remember(states) }
        } else if let finding = try await uncovered(graph) {
            findings.append(finding)
        }
        if live { findings += try await findingsOfDatabase(graph) }
        return findings
    }

    /// Writes anew the snapshots that are missing or belong to an earlier text of their script, by replaying the
    /// history in a scratch database, and returns the revisions concerned.
    public func acceptScripts() async throws -> [RevisionScript] {
        let graph = try project.revisions.graph()
        var accepted: [RevisionScript] = []
        for script in graph.scripts where try project.revisions.seal(of: script.id)?.script != script.checksum {
            step("replaying the revisions up to \(script.id)")
            let reached = try await scratch(script.revision.dialect).withScratch { connection in
                try await graph.replay(upTo: [script.id], on: connection)
                return try await reflect(connection)
            }
            try project.revisions.writeSnapshot(
                reached, seal: SnapshotSeal(revision: script.id, script: script.checksum, declared: nil))
            accepted.append(script)
        }
        return accepted
    }

    private func findingsOfScripts(_ graph: RevisionGraph) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        do { _ = try graph.head() } catch { findings.append(.severalHeads(error)) }
        for script in graph.scripts {
            guard let seal = try project.revisions.seal(of: script.id) else {
                findings.append(.missingSnapshot(script.file, snapshot: project.revisions.snapshotFile(script.id)))
                continue
            }
            if seal.script == script.checksum {
                guard graph.heads.contains(script.id), try !project.revisions.isIntact(seal) else { continue }
                findings.append(
                    .editedSnapshot(script.file, snapshot: project.revisions.snapshotFile(script.id)))
                continue
            }
            findings.append(.edited(script.file, recorded: seal.script, now: script.checksum))
        }
        return findings
    }

    /// The digest of the declared files when it is the one that the latest snapshot was made from.
    private func coveringDigest(_ graph: RevisionGraph, _ declared: SourceDigest?) throws -> SourceDigest? {
        guard let head = graph.heads.first, let recorded = try project.revisions.seal(of: head)?.declared,
            let dialect = self.dialect ?? graph[head]?.revision.dialect
        else { return nil }
        let digest = try declared ?? declaredDigest(dialect)
        return digest.text == recorded ? digest : nil
    }

    private func uncovered(_ graph: RevisionGraph) async throws -> CheckFinding? {
        let head = graph.heads.first
        let dialect = self.dialect ?? head.flatMap { graph[$0]?.revision.dialect }
        var reached = try await catalog(after: head, in: graph, dialect: dialect)
        let target = try await declared(reached.dialect, beyond: reached)
        if reached.version.major != target.version.major {
            // Another release of the engine may spell the same schema differently.
            step("replaying the revisions")
            reached = try await scratch(target.dialect).withScratch { connection in
                try await graph.replay(upTo: graph.heads, on: connection)
                return try await reflect(connection)
            }
        }
        let changes = Comparison.changes(from: reached, to: hooks.accepted(target, from: reached))
        return changes.isEmpty ? nil : .uncovered(changes)
    }

    private func findingsOfDatabase(_ graph: RevisionGraph) async throws -> [CheckFinding] {
        try await withDatabase { connection in
            guard let connection else { return graph.scripts.isEmpty ? [] : [.pending(graph.scripts.map(\.file))] }
            let state = try await migrator(connection, graph).state()
            let pending = graph.upgrades(to: graph.heads, applied: state.ids)
            guard pending.isEmpty else { return [.pending(pending.map(\.file))] }
            let expected = try await catalog(after: graph.heads.first, in: graph, dialect: connection.dialect)
            // What a role that only looks sees otherwise is no drift.
            let live = try await LiveDatabase.read(
                connection, table: project.versionTable, catalog: try await reflect(connection))
            var summary = DatabaseSummary(name: "")
            let (seen, known) = live.comparable(with: expected, &summary)
            let changes = Comparison.changes(from: known, to: seen)
            return changes.isEmpty ? [] : [.drifted(changes)]
        }
    }
}
