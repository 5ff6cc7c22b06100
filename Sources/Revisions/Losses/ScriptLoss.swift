public import AutogenSchema

/// Something that a statement of a script takes away, or that it needs a value for.
public struct ScriptLoss: Sendable, Hashable {
    /// As the statement names it: without schema where it has none.
    public let object: Address
    /// What happens to it: `drops the column with its values`.
    public let message: String
    /// The line of the script's file, counted from 1.
    public let line: Int

    /// Whether a line of the header is about it.
    public func isAccepted(by acceptance: Acceptance) -> Bool {
        guard object.kind == acceptance.object.kind else { return false }
        // One of the two may name the schema where the other does not.
        let (one, other) = (object.path.reversed(), acceptance.object.path.reversed())
        return zip(one, other).allSatisfy { $0.utf8.elementsEqual($1.utf8) || $0.lowercased() == $1.lowercased() }
            && abs(one.count - other.count) <= 1
    }

    /// Whether rows can hold it: counting them tells whether it matters. A sequence goes with what it numbers, and a label
    /// or an extension that a row needs does not go.
    public var mayHoldValues: Bool { !["sequence", "label", "extension"].contains(object.kind) }
}

extension RevisionScript {
    /// What the upgrade takes away and no line of the header accepts.
    public var unacceptedLosses: [ScriptLoss] {
        ScriptLosses(self).upgrade.filter { loss in !revision.accepts.contains { loss.isAccepted(by: $0) } }
    }
}
