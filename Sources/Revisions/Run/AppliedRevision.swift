/// A row of the version table: a revision that the database has.
public struct AppliedRevision: Sendable, Hashable {
    /// The revision.
    public let id: RevisionID
    /// The checksum of the script as it was applied; of a revision on its way, that of the statements that are done.
    public let checksum: String
    /// The file of the script as it was then.
    public let file: String
    /// When, in UTC, as the version table has it: `2026-11-20T10:15:00Z`.
    public let appliedAt: String
    /// The version of autogen that applied it.
    public let appliedBy: String
    /// How far it is on its way; `nil` when it is there.
    public let progress: RevisionProgress?
}
