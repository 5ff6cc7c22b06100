package import AutogenRevisions

/// Compares what a database says it has with the scripts of the project.
package enum RevisionFindings {
    /// Revisions that are pending, edited or unknown, and a history with several heads.
    ///
    /// `isKnown` tells whether the database could be asked what it has.
    package static func findings(
        applied: [AppliedRevision], graph: RevisionGraph, isKnown: Bool = true
    ) -> [Finding] {
        guard isKnown else { return heads(of: graph) }
        let ids = Set(applied.map(\.id))
        let pending = graph.upgrades(to: graph.heads, applied: ids).map { script in
            expansion(before: script, applied) ?? Self.pending(script)
        }
        return heads(of: graph) + applied.compactMap { finding($0, graph) } + pending
    }

    /// The finding for a history whose latest revision is not one.
    package static func heads(of graph: RevisionGraph) -> [Finding] {
        let heads = graph.heads
        guard heads.count > 1 else { return [] }
        let list = heads.map(\.text).joined(separator: ", ")
        var finding = Finding(.severalHeads, .history, .warning, "\(heads.count) heads: \(list)")
        finding.advice = "put one after the other, or join them by a merge revision"
        return [finding]
    }

    private static func finding(_ row: AppliedRevision, _ graph: RevisionGraph) -> Finding? {
        guard let script = graph[row.id] else {
            var finding = Finding(
                .unknownRevision, .revision(row.id, file: nil), .error,
                "applied \(row.appliedAt) by \(row.appliedBy), and no script has it")
            finding.advice = "check out the commit that has the script, or stamp the database"
            return finding
        }
        guard !script.matches(row.checksum) else { return nil }
        var finding = Finding(
            .editedRevision, .revision(row.id, file: script.file), .error, "its script was edited after it was applied")
        finding.declared = "sha256 \(script.checksum)"
        finding.live = "sha256 \(row.checksum)"
        finding.advice = "restore the script, and put the change into a new revision"
        return finding
    }

    /// What waits for the clients of the old schema to be gone, where all that comes before it is there.
    private static func expansion(before script: RevisionScript, _ applied: [AppliedRevision]) -> Finding? {
        let before = applied.filter { script.revision.needs.contains($0.id) }
        guard script.revision.requires == .deployed, let last = before.map(\.appliedAt).max(),
            before.count == Set(script.revision.needs).count
        else { return nil }
        var finding = Finding(
            .openExpansion, .revision(script.id, file: script.file), .info,
            "“\(script.revision.message)” waits for the new version to run everywhere; the expansion is open since \(last)"
        )
        finding.advice = "autogen upgrade --contract ends it"
        return finding
    }

    private static func pending(_ script: RevisionScript) -> Finding {
        var finding = Finding(
            .pendingRevision, .revision(script.id, file: script.file), .warning,
            "\(script.revision.message.isEmpty ? "" : "“\(script.revision.message)” ")is not applied")
        finding.advice = "autogen upgrade applies it"
        return finding
    }
}
