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
    public func resealed(_ script: RevisionScript) throws {
        let folder = project.revisions
        guard let now = try folder.graph()[script.id], now.checksum != script.checksum,
            let catalog = try folder.snapshot(of: script.id)
        else { return }
        let declared = try folder.seal(of: script.id)?.declared
        try folder.writeSnapshot(
            catalog, seal: SnapshotSeal(revision: script.id, script: now.checksum, declared: declared))
    }
}
