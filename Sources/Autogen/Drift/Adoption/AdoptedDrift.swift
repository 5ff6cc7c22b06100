public import AutogenDrift
public import AutogenRevisions

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
