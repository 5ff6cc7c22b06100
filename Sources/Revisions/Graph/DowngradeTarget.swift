/// Where a downgrade leads: a place in the history, and the branch to take back if not all that comes after it.
public struct DowngradeTarget: Sendable, Hashable {
    /// `nil` is the base.
    public let place: RevisionID?
    /// A revision on the branch.
    public let branch: RevisionID?

    public init(place: RevisionID?, branch: RevisionID? = nil) {
        self.place = place
        self.branch = branch
    }
}
