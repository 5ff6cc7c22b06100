public import AutogenDiff
public import AutogenSchema

/// What trying a revision in a scratch database has shown.
public struct Proof: Sendable, Hashable {
    /// What became of one direction.
    public enum Outcome: Sendable, Hashable {
        /// It ran, and no difference to the wanted schema was found.
        case proved
        /// It ran, and these differences remained.
        case differs([Change])
        /// It ran, and rows that were there before are not what they were: a line for each fault.
        case values([String])
        /// It ran, and who looks from outside sees a difference.
        case observed(String)
        /// The database refused it.
        case refused(String)
        /// It could not be tried.
        case notTried(String)
        /// The revisions before do not make the schema that it is to start from; these are the differences to it.
        case startsElsewhere([Change])
    }

    /// What running the upgrade showed.
    public let upgrade: Outcome
    /// What running the downgrade after it showed.
    public let downgrade: Outcome
    /// The schema after the upgrade.
    public let reached: Catalog?
    /// What became of rows; `nil` where none were tried.
    public internal(set) var rows: RowAccount?
    /// What its statements take and go through; `nil` where that could not be measured.
    public internal(set) var facts: ScriptFacts?

    /// Whether both directions did what they must.
    public var isComplete: Bool { upgrade == .proved && downgrade == .proved }

    package init(upgrade: Outcome, downgrade: Outcome, reached: Catalog?) {
        self.upgrade = upgrade
        self.downgrade = downgrade
        self.reached = reached
    }

    /// The same where an outside observer has seen something in a direction.
    package func refuted(by seen: [Direction: String]) -> Proof {
        guard !seen.isEmpty else { return self }
        var proof = Proof(
            upgrade: seen[.upgrade].map { .observed($0) } ?? upgrade,
            downgrade: seen[.downgrade].map { .observed($0) } ?? downgrade, reached: reached)
        proof.rows = rows
        proof.facts = facts
        return proof
    }

    init(startsElsewhere changes: [Change]) {
        self.init(
            upgrade: .startsElsewhere(changes), downgrade: .notTried("the upgrade was not tried"), reached: nil)
    }

    package func outcome(_ direction: Direction) -> Outcome {
        switch direction {
        case .upgrade: upgrade
        case .downgrade: downgrade
        }
    }
}
