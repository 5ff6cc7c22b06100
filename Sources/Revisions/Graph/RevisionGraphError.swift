public import AutogenSchema

/// Why the scripts of a folder are no history.
public enum RevisionGraphError: ExplainedError, Sendable, Hashable {
    /// Several files have the same revision id.
    case duplicate(RevisionID, files: [String])
    /// A branch label stands in two scripts, or is the id of another.
    case duplicateLabel(String, files: [String])
    /// A script comes after a revision that no file has.
    case missing(RevisionID, neededBy: String)
    /// These scripts come after each other in a circle.
    case cycle(files: [String])
    /// These are all heads, where one is needed.
    case severalHeads([RevisionScript])

    /// Always `difference`.
    public var category: ErrorCategory { .difference }

    /// What is wrong, with the files.
    public var explanation: Explanation {
        switch self {
        case .duplicate(let id, let files):
            Explanation("two scripts have the revision id \(id):\n" + Self.list(files))
        case .duplicateLabel(let label, let files):
            Explanation("the branch label \"\(label)\" is given twice:\n" + Self.list(files))
        case .missing(let id, let file):
            Explanation("it comes after revision \(id), which no script has", at: FileLocation(file))
        case .cycle(let files):
            files.count == 1
                ? Explanation("the revision comes after itself", at: FileLocation(files[0]))
                : Explanation("these revisions come after each other in a circle:\n" + Self.list(files))
        case .severalHeads(let heads):
            Explanation(
                "the history has \(heads.count) heads, and only one can be the latest:\n"
                    + Self.list(heads.map { "\($0.id)  \($0.file)" }),
                advice:
                    "name one of them, or all with \"heads\"; autogen rebase puts one after the other, autogen merge "
                    + "brings them together")
        }
    }

    private static func list(_ lines: [String]) -> String { lines.map { "  \($0)" }.joined(separator: "\n") }
}
