public import AutogenSchema

/// Why a reference names no place in the history, or none that will do.
public enum RevisionReferenceError: ExplainedError, Sendable, Hashable {
    /// The text has not the form of a reference.
    case malformed(String)
    /// The text has not the form `FROM:TO`.
    case malformedRange(String)
    /// No revision or label begins like this; the nearest one follows.
    case unknown(String, nearest: String?)
    /// No branch has this label, and no revision this id; the nearest one follows.
    case unknownBranch(String, nearest: String?)
    /// The revision exists, but not on this branch.
    case notOnBranch(RevisionID, branch: String)
    /// The ids of several revisions begin like this.
    case ambiguous(String, [RevisionID])
    /// The steps lead beyond the first or the last revision.
    case outOfRange(String)
    /// Steps up for a downgrade, or down for an upgrade.
    case wrongWay(String, Direction)
    /// It counts from where a database is, and none is at hand.
    case needsDatabase(String)
    /// The steps lead to a place with several ways on, one for each of these revisions.
    case forks(String, [RevisionID])
    /// Steps from where the database is, and it is at several revisions.
    case severalCurrent(String, [RevisionID])
    /// It names these revisions, where one is wanted.
    case severalPlaces(String, [RevisionID])
    /// The lower end of a range does not lead to its upper end.
    case notAncestor(String, of: String)
    /// One of several revisions comes after another of them.
    case overlap(RevisionID, RevisionID)
    /// A downgrade is to go to a revision that the database does not have.
    case notApplied(String, current: [RevisionID])

    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The reference, and what would do in its place.
    public var explanation: Explanation { Explanation(text) }

    private var text: String {
        switch self {
        case .malformed(let text):
            "\"\(text)\" names no revision: write an id or its beginning, head, base or current, "
                + "and steps from there if need be (head-1, +1)"
        case .malformedRange(let text): "\"\(text)\" is no range: write FROM:TO, either end may be left out"
        case .unknown(let text, let nearest):
            "no revision \"\(text)\"" + (nearest.map { "; did you mean \($0)?" } ?? "; see autogen history")
        case .unknownBranch(let text, let nearest):
            "no branch \"\(text)\"" + (nearest.map { "; did you mean \($0)?" } ?? "; see autogen branches")
        case .notOnBranch(let id, let branch): "revision \(id) is not on the branch \"\(branch)\""
        case .ambiguous(let text, let ids):
            "\"\(text)\" is the beginning of several revisions: \(Self.list(ids))"
        case .outOfRange(let text): "\"\(text)\" leads beyond the end of the history"
        case .wrongWay(let text, .upgrade): "\"\(text)\" leads back: autogen downgrade goes there"
        case .wrongWay(let text, .downgrade): "\"\(text)\" leads forward: autogen upgrade goes there"
        case .needsDatabase(let text): "\"\(text)\" counts from where a database is, and none is given"
        case .forks(let text, let ids):
            "\"\(text)\" is not clear where the history forks: \(Self.list(ids))"
        case .severalCurrent(let text, let ids):
            "\"\(text)\" is not clear: the database is at several revisions: \(Self.list(ids)); "
                + "name one of them, or its branch: LABEL@\(text.drop { $0 != "+" && $0 != "-" })"
        case .severalPlaces(let text, let ids):
            "\"\(text)\" names several revisions, and one is wanted: \(Self.list(ids))"
        case .notAncestor(let lower, let upper): "\(lower) does not come before \(upper)"
        case .overlap(let one, let other): "\(other) includes \(one): name one of them"
        case .notApplied(let text, let current):
            "\(text) is no place to downgrade to: the database is at "
                + (current.isEmpty ? "base" : Self.list(current))
        }
    }

    private static func list(_ ids: [RevisionID]) -> String { ids.map(\.text).joined(separator: ", ") }
}
