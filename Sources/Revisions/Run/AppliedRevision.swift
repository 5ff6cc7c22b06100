/// A row of the version table: a revision that the database has.
public struct AppliedRevision: Sendable, Hashable {
    public let id: RevisionID
    /// The checksum of the script as it was applied.
    public let checksum: String
    public let appliedAt: String
    /// The version of autogen that applied it.
    public let appliedBy: String
}
