public import AutogenDiff
import AutogenDrift
public import AutogenLint
public import AutogenRevisions
import AutogenSchema

/// How revisions of two branches don't go together.
public enum BranchConflict: Sendable {
    /// In one of the two orders a database refuses one of them.
    case refused(String, oursFirst: Bool)
    /// Both orders run and end in schemas with these differences.
    case differs([Change])
}

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
    /// A revision of this branch and one of another have the same id and say different things.
    case editedOnBoth(String, branch: String)
    /// The new revisions of this branch and those of another lead to another schema the other way around.
    case conflicting([String], with: [String], branch: String, BranchConflict)
    /// What a rule has found in a script that is new.
    case lint(LintFinding)

    /// Whether the project is not in order by it: a warning about a script is only told.
    public var isFailure: Bool {
        switch self {
        case .lint(let finding): finding.severity == .error
        case .severalHeads, .missingSnapshot, .edited, .editedSnapshot, .unlike, .unaccepted, .uncovered, .pending,
            .drifted, .editedOnBoth, .conflicting:
            true
        }
    }

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
        case .editedOnBoth(let file, let branch): "\(file): the script is not the one that \(branch) has"
        case .conflicting(let ours, let theirs, let branch, let conflict):
            """
            the new revisions here and those of \(branch) do not go together:
            \((ours.map { "  here: \($0)" } + theirs.map { "  \(branch): \($0)" }).joined(separator: "\n"))
            \(Self.text(of: conflict, branch))
            """
        case .lint(let finding): LintText().text(of: finding)
        case .drifted(let changes): "the database is not what its revisions make:\n\(Self.list(changes))"
        }
    }

    private static func text(of conflict: BranchConflict, _ branch: String) -> String {
        switch conflict {
        case .refused(let error, let isOursFirst):
            "those \(isOursFirst ? "of \(branch) after those here" : "here after those of \(branch)") are refused: \(error)"
        case .differs(let changes):
            "what they make depends on which run first; with those of \(branch) first it is, beside the other way around:\n"
                + list(changes)
        }
    }

    private static func list(_ changes: [Change]) -> String {
        ChangeSummary.visible(changes).map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
    }
}
