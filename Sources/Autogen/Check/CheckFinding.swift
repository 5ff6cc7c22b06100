public import AutogenDiff
public import AutogenRevisions
import AutogenSchema

/// Something that a check of a project has found.
public enum CheckFinding: Sendable, CustomStringConvertible {
    /// The revisions have more than one head; the error names them.
    case severalHeads(RevisionGraphError)
    /// The script, by its file, has no snapshot at the path where it must be.
    case missingSnapshot(String, snapshot: String)
    /// The script is not the one its snapshot was made from.
    case edited(String, recorded: String, now: String)
    /// The snapshot of a script is not what was written.
    case editedSnapshot(String, snapshot: String)
    /// The revisions up to a script make another schema than its snapshot says; these are the differences to it.
    case unlike(String, snapshot: String, [Change])
    /// The upgrade of a script loses something that no line of its header accepts.
    case unaccepted(String, [ScriptLoss])
    /// No revision brings these changes of the declared schema.
    case uncovered([Change])
    /// The database lacks these revisions.
    case pending([String])
    /// The database is not what its revisions make.
    case drifted([Change])

    /// The finding in one line, then one for each object that it is about.
    public var description: String {
        switch self {
        case .severalHeads(let error): error.description
        case .missingSnapshot(let file, let snapshot):
            "\(file): its snapshot \(snapshot) is missing"
        case .edited(let file, let recorded, let now):
            """
            \(file): the script is not the one its snapshot was made from
              recorded: sha256 \(recorded)
              now:      sha256 \(now)
            """
        case .editedSnapshot(let file, let snapshot):
            "\(snapshot): the snapshot was edited after autogen wrote it from \(file)"
        case .unlike(let file, let snapshot, let changes):
            "\(file): the revisions up to it do not make what its snapshot \(snapshot) says\n\(Self.list(changes))"
        case .unaccepted(let file, let losses):
            losses.map { "\(file):\($0.line): \($0.object): \($0.message), and no line of the header accepts that" }
                .joined(separator: "\n")
        case .uncovered(let changes):
            "no revision brings these changes of the declared schema:\n\(Self.list(changes))"
        case .pending(let files):
            "the database lacks \(files.count == 1 ? "a revision" : "\(files.count) revisions"):\n"
                + files.map { "  \($0)" }.joined(separator: "\n")
        case .drifted(let changes): "the database is not what its revisions make:\n\(Self.list(changes))"
        }
    }

    private static func list(_ changes: [Change]) -> String {
        ChangeSummary.visible(changes).map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
    }
}
