/// How a report calls itself and the two schemas that it compares.
package struct ReportSides: Sendable, Hashable {
    /// What the heading says before the name.
    let heading: String
    let declared: String
    let live: String
    let restore: String
    let adopt: String
    /// Whether it is a plain comparison, in which nothing is wrong.
    let isComparison: Bool

    /// A database and what it should be.
    package static let drift = ReportSides(
        heading: "Drift of", declared: "declared", live: "live", restore: "Restore what is declared",
        adopt: "Take it over", isComparison: false)

    /// Any two schemas, of which none is the right one.
    package static func comparison(from: String, to: String) -> ReportSides {
        ReportSides(
            heading: "Difference of", declared: from, live: to, restore: "Back to \(from)", adopt: "On to \(to)",
            isComparison: true)
    }

    func title(of kind: FindingKind) -> String {
        guard isComparison else { return kind.title }
        switch kind {
        case .unexpected: return "new"
        case .missing: return "gone"
        case .changed, .renamed, .invalidIndex, .unvalidatedConstraint, .disabledTrigger, .pendingRevision,
            .openExpansion, .editedRevision,
            .unknownRevision, .severalHeads, .withoutRevision, .unreachable:
            return kind.title
        }
    }
}
