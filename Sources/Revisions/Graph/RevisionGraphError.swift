/// A head and the file it stands in.
public struct HeadFile: Sendable, Hashable {
    public let id: RevisionID
    public let file: String
}

/// Why the scripts of a folder are no history.
public enum RevisionGraphError: Error, Sendable, Hashable, CustomStringConvertible {
    case duplicate(RevisionID, files: [String])
    /// A branch label stands in two scripts, or is the id of another.
    case duplicateLabel(String, files: [String])
    case missing(RevisionID, neededBy: String)
    case cycle(files: [String])
    case severalHeads([HeadFile])

    public var description: String {
        switch self {
        case .duplicate(let id, let files):
            "two scripts have the revision id \(id):\n" + files.map { "  \($0)" }.joined(separator: "\n")
        case .duplicateLabel(let label, let files):
            "the branch label \"\(label)\" is given twice:\n" + files.map { "  \($0)" }.joined(separator: "\n")
        case .missing(let id, let file):
            "\(file): it comes after revision \(id), which no script has"
        case .cycle(let files):
            files.count == 1
                ? "\(files[0]): the revision comes after itself"
                : "these revisions come after each other in a circle:\n"
                    + files.map { "  \($0)" }.joined(separator: "\n")
        case .severalHeads(let heads):
            "the history has \(heads.count) heads, and only one can be the latest:\n"
                + heads.map { "  \($0.id)  \($0.file)" }.joined(separator: "\n")
                + "\nname one of them, or all with \"heads\"; autogen rebase puts one after the other, "
                + "autogen merge brings them together"
        }
    }
}
