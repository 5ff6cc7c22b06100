/// Where a database is in the history.
public struct DatabaseState: Sendable, Hashable {
    /// In the order of the history.
    public let applied: [AppliedRevision]
    /// The latest of them: one where the history is linear, none at the base.
    public let heads: [RevisionID]

    public var ids: Set<RevisionID> { Set(applied.map(\.id)) }
}

extension DatabaseState {
    /// Before the first revision.
    public static let base = DatabaseState(applied: [], heads: [])
}
