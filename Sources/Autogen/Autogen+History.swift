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
}
