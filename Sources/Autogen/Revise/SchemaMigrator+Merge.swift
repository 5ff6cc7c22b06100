public import AutogenRevisions
public import AutogenSchema

extension SchemaMigrator {
    /// Writes a revision without statements that comes after several heads, all of them where none is named.
    ///
    /// The heads are replayed together in a scratch database first, so that it is known that they go together.
    public func merge(_ references: [RevisionReference], _ options: RevisionOptions) async throws -> RevisionScript {
        try await writing { try await merged(references, options) }
    }

    private func merged(
        _ references: [RevisionReference], _ options: RevisionOptions
    ) async throws -> RevisionScript {
        var options = options
        options.after = try references.isEmpty ? [RevisionReference("heads")] : references
        options.splice = true
        let graph = try project.revisions.graph()
        let place = try RevisionPlace(options, in: graph)
        guard place.down.count > 1 else { throw MergeError.tooFew(place.down) }
        _ = try graph.upgradeTargets(of: place.down.map { RevisionReference($0) }, applied: [])
        let dialect = try dialect(of: graph)
        let revision = Revision(
            id: place.id, downRevisions: place.down, message: options.message, created: .now(), dialect: dialect,
            labels: options.labels, dependsOn: place.dependsOn)
        let reached = try await schema(after: place.down, in: graph, dialect, as: nil)
        return try project.revisions.write(revision, catalog: reached, declared: nil)
    }
}

/// Why there is nothing to merge.
public enum MergeError: ExplainedError, Sendable, Hashable {
    /// There is no head, or only this one.
    case tooFew([RevisionID])

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// Says how many heads there are.
    public var explanation: Explanation {
        switch self {
        case .tooFew(let ids):
            Explanation("a merge needs at least two heads; there is \(ids.isEmpty ? "none" : "only \(ids[0])")")
        }
    }
}
