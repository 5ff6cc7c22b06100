public import AutogenSchema
import AutogenSQLText

/// Something that a statement of a script takes away, or that it needs a value for.
public struct ScriptLoss: Sendable, Hashable {
    /// As the statement names it: without schema where it has none.
    public let object: Address
    /// What happens to it: `drops the column with its values`.
    public let message: String
    /// The line of the script's file, counted from 1.
    public let line: Int
    /// Whose rules decide which names are the same.
    let syntax: SQLSyntax
    /// Whether what depends on it goes, too.
    var cascades = false

    /// Whether a line of the header is about it: by its name as the engine compares names.
    package func isAccepted(by acceptance: Acceptance) -> Bool {
        guard object.kind == acceptance.object.kind else { return false }
        // One of the two may name the schema where the other does not; a part is told by what it is a part of.
        let (one, other) = (object.path, acceptance.object.path)
        let shorter = min(one.count, other.count)
        guard abs(one.count - other.count) <= 1, shorter >= (Self.parts.contains(object.kind) ? 2 : 1) else {
            return false
        }
        return zip(one.suffix(shorter), other.suffix(shorter)).allSatisfy { one, other in
            syntax.key(of: one) == syntax.key(of: other)
        }
    }

    private static let parts: Set<String> = ["column", "attribute", "label"]

    /// Whether rows can hold it: counting them tells whether it matters. A sequence goes with what it numbers, and a label
    /// that a row needs does not go, nor does an extension unless all that depends on it goes with it.
    package var mayHoldValues: Bool { cascades || !["sequence", "label", "extension"].contains(object.kind) }
}

extension RevisionScript {
    /// What the upgrade takes away and no line of the header accepts.
    package var unacceptedLosses: [ScriptLoss] {
        ScriptLosses(self).upgrade.filter { loss in !revision.accepts.contains { loss.isAccepted(by: $0) } }
    }
}
