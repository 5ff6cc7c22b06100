public import AutogenDrift
public import AutogenRevisions

/// Which findings of a drift report are taken over.
public enum DriftSelection: Sendable, Hashable {
    /// Each that can be.
    case all
    /// Those of these ids.
    case ids([String])
}

/// Drift that was taken into the declared schema and into a revision.
public struct AdoptedDrift: Sendable {
    /// A declared file as it is now.
    public struct File: Sendable, Hashable {
        /// What became of a file.
        public enum Outcome: String, Sendable, Hashable {
            /// It has another text.
            case edited
            /// It was not there.
            case made
            /// Nothing was left in it.
            case removed
        }

        /// The path, as the sources name it.
        public let path: String
        /// What became of it.
        public let outcome: Outcome
    }

    /// What was taken over, with what it can't be without.
    public let findings: [Finding]
    /// The declared files that changed.
    public let files: [File]
    /// The revision that makes it in other databases.
    public let script: RevisionScript
    /// What trying it showed.
    public let proof: Proof?
    /// Whether the database has the revision on record now.
    public internal(set) var isStamped: Bool
}

/// What an upgrade will do with a revision that takes drift over, in some database.
public enum AdoptionOutlook: Sendable {
    /// It runs, as the last of so many pending revisions.
    case runs(pending: Int)
    /// The database has all of it; the revision is recorded.
    case recorded
    /// The database has the revision.
    case applied
    /// The database has something else there, and the upgrade stops.
    case stops(ChangedByHand)
    /// It could not be read, and why.
    case unreachable(String)
}
