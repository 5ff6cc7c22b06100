package import AutogenSchema

/// Why something can't be had beside what it was.
package struct ExpansionError: ExplainedError, Sendable, Hashable {
    /// As it is called before.
    package let object: Address
    package let reason: String

    private let isAboutName: Bool

    init(type object: Address, _ reason: String) {
        (self.object, self.reason, isAboutName) = (object, reason, false)
    }

    init(name object: Address, _ reason: String) {
        (self.object, self.reason, isAboutName) = (object, reason, true)
    }

    package var category: ErrorCategory { .usage }
    package var explanation: Explanation {
        Explanation(
            "\(object) can't be expanded: \(reason)",
            advice: isAboutName
                ? "rename it by a revision without --expand, for a time when no client uses the old name"
                : "write a revision without --expand, for a time when its table may be locked while it is written anew")
    }
}
