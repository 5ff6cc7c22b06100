public import AutogenRevisions
public import AutogenSchema

/// Why a call can't do what was asked.
public enum AutogenError: Error, Sendable, CustomStringConvertible {
    case noDatabase
    /// Nothing tells which database a file is written for.
    case noDialect([String])
    case differentDialects(String, Dialect, String, Dialect)
    case noSource(String)
    case noSnapshot(RevisionID)
    /// The database lacks these revisions.
    case behind(database: String, [RevisionScript])
    /// Trying a revision did not show what it must; `allow` would write it all the same.
    case notProved(Proof)
    case exists(String)
    case notWritten(String)

    public var description: String {
        switch self {
        case .noDatabase:
            "no database is given: set \"url\" of the environment in autogen.yaml, or add --url URL"
        case .noDialect(let sources):
            "which database is \(sources.joined(separator: " and ")) for? add --dialect postgresql or --dialect sqlite"
        case .differentDialects(let one, let oneDialect, let other, let otherDialect):
            "\(one) is for \(oneDialect.title) and \(other) for \(otherDialect.title): they can't be compared"
        case .noSource(let text):
            "\(text): there is no such file or folder, and it is no database URL (sqlite:PATH, postgresql://...), "
                + "revision:ID, declared or live"
        case .noSnapshot(let id): "revision \(id) has no snapshot"
        case .behind(let database, let scripts):
            "the database \(database) is not at head; \(scripts.count) revision\(scripts.count == 1 ? " is" : "s are") "
                + "not applied:\n" + scripts.map { "  \($0.file)" }.joined(separator: "\n")
                + "\nrun autogen upgrade first"
        case .notProved(let proof): Self.text(of: proof)
        case .exists(let file): "\(file) is there already; nothing was changed"
        case .notWritten(let file): "\(file): can't be written"
        }
    }

    private static func text(of proof: Proof) -> String {
        let outcomes = Direction.allCases.compactMap { direction in
            proof.outcome(direction).fault.map { "\(direction.rawValue): \($0)" }
        }
        return "the revision could not be proved, so it was not written\n" + outcomes.joined(separator: "\n")
            + "\nadd --allow unproved to write it all the same, and correct it by hand"
    }
}

extension Proof.Outcome {
    /// What is wrong, in words; `nil` when nothing is.
    public var fault: String? {
        switch self {
        case .proved: nil
        case .differs(let changes):
            "it leaves a difference in a scratch database\n"
                + changes.map { "  \(ChangeSummary.line(of: $0))" }.joined(separator: "\n")
        case .refused(let why): "a scratch database refused it\n  " + why.replacing("\n", with: "\n  ")
        case .notTried(let why): "not tried: \(why)"
        }
    }
}
