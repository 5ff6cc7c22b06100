/// What a live database is compared with, object by object.
public enum DriftReference: String, Sendable, Hashable, CaseIterable {
    /// The schema after the revision that the database claims to be at.
    case revision
    /// The schema after the latest revision.
    case head
    /// The schema that the project's files declare.
    case declared
}
