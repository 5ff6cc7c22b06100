public import AutogenRevisions

extension Autogen {
    /// The revisions and their order.
    public func history() throws -> RevisionGraph { try project.revisions.graph() }

    /// A revision and the text of its script.
    public func show(_ reference: RevisionReference) async throws -> (script: RevisionScript, text: String)? {
        let graph = try project.revisions.graph()
        let applied: Set<RevisionID>? = reference.needsDatabase ? try await current().ids : nil
        guard let id = try graph.resolve(reference, applied: applied), let script = graph[id] else { return nil }
        return (script, try project.revisions.text(of: script))
    }

    /// Takes a script that was just written as something else has changed it: its snapshot names the new text.
    ///
    /// What it loses now must be decided as when it was written; where it is not, the script and its snapshot are removed
    /// and ``Refused`` is thrown.
    public func resealed(_ script: RevisionScript, _ options: RevisionOptions? = nil) async throws {
        try await writing { try await seal(script, options) }
    }

    private func seal(_ script: RevisionScript, _ options: RevisionOptions?) async throws {
        let folder = project.revisions
        guard var now = try folder.graph()[script.id], now != script, let catalog = try folder.snapshot(of: script.id)
        else { return }
        let losses = now.unacceptedLosses
        if !losses.isEmpty {
            do {
                let options = options ?? RevisionOptions(message: "")
                let acceptances = try await accepted(
                    losses, of: now, options.decisions, outcome: "\(script.file) was removed again", options.answer)
                now = try folder.setAcceptances(acceptances, of: now)
            } catch {
                folder.remove(now)
                throw error
            }
        }
        let declared = try folder.seal(of: script.id)?.declared
        try folder.writeSnapshot(catalog, of: now, declared: declared)
    }
}
