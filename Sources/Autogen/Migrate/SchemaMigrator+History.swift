import AutogenConnection
import AutogenDiff
public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// The revisions and their order.
    public func history() throws -> RevisionGraph { try project.revisions.graph() }

    /// A revision and the text of its script.
    public func show(_ reference: RevisionReference) async throws -> (script: RevisionScript, text: String)? {
        let graph = try project.revisions.graph()
        let applied: Set<RevisionID>? = reference.needsDatabase ? try await current().ids : nil
        guard let id = try graph.resolve(reference, applied: applied), let script = graph[id] else { return nil }
        return (script, try project.revisions.text(of: script))
    }

    /// Takes a script that was just written as something else has changed it: its snapshot is of what it makes now.
    ///
    /// What it loses now must be decided as when it was written, and it must lead there and back. Where that is not so,
    /// the script and its snapshot are removed, or without options, as they may stand for others, what they were again;
    /// and ``Refused`` or ``RevisionOptionsError`` is thrown.
    package func recordEdit(of script: RevisionScript, _ options: RevisionOptions? = nil) async throws {
        try await writing { try await record(script, options) }
    }

    private func record(_ script: RevisionScript, _ given: RevisionOptions?) async throws {
        let options = given ?? RevisionOptions(message: "")
        let folder = project.revisions
        let graph = try folder.graph()
        guard var now = graph[script.id], now != script, let before = try folder.snapshot(of: script.id) else { return }
        let declared = try folder.header(of: script.id)?.declared
        var catalog = before
        do {
            let losses = now.unacceptedLosses
            if !losses.isEmpty {
                let acceptances = try await accepted(
                    losses, of: now, options.decisions,
                    outcome: "\(script.file) \(given == nil ? "is as it was before the hooks" : "was removed again")",
                    options.answer)
                now = try folder.setAcceptances(acceptances, of: now)
            }
            if now.checksum != script.checksum {
                catalog = try await tried(now, options, in: graph) ?? before
            }
        } catch {
            if given == nil {
                _ = try folder.write(script.revision, catalog: before, declared: declared, overwriting: script.file)
            } else {
                folder.remove(now)
            }
            throw error
        }
        // It leads to the declared schema no longer where it makes something else.
        let isSame = Comparison.changes(from: view(before), to: catalog).isEmpty
        try folder.writeSnapshot(catalog, of: now, declared: isSame ? declared : nil)
    }

    /// The schema after a script, run after what it comes after; `nil` where it may be written though that is not known.
    private func tried(
        _ script: RevisionScript, _ options: RevisionOptions, in graph: RevisionGraph
    ) async throws -> Catalog? {
        step("trying the revision as the hooks have left it")
        let trial = try await scratch(script.revision.dialect).withScratch { connection in
            for one in graph.upgrades(to: script.revision.needs, applied: []) {
                try await one.replay(.upgrade, on: connection)
            }
            return try await RoundTrip(script: script).run(on: connection) { try await reflect($0) }
        }
        guard let fault = trial.fault else { return trial.reached }
        guard options.decisions.allowed.contains(.unproved) else {
            throw RevisionOptionsError.unproved(script.id, "as the hooks have left it, \(fault)")
        }
        return nil
    }
}
