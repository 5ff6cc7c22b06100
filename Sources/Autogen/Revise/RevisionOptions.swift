package import AutogenConnection
public import AutogenRevisions
public import AutogenSchema

/// What a new revision is to be.
///
/// ```swift
/// var options = RevisionOptions(message: "add users")
/// options.labels = ["billing"]
/// try await autogen.revision(options)
/// ```
public struct RevisionOptions: Sendable {
    /// What it does, for people; the name of the file is made of it.
    public var message: String
    /// A random one where it is `nil`.
    public var id: RevisionID?
    /// What it comes after; the only head where it is empty.
    public var after: [RevisionReference] = []
    /// Whether it may come after a revision that others come after already.
    public var splice = false
    /// Names of the branch that begins with it, which references such as `billing@head` can use.
    public var labels: [String] = []
    /// Revisions of other branches, or labels of theirs, that must be applied before.
    public var dependsOn: [RevisionReference] = []
    /// Whether to write the sections empty, for a person to fill.
    public var isEmpty = false
    /// What the database has to do with it; the project says where it is `nil`.
    public var start: RevisionStart?
    /// The rows that it is tried on; made ones where it is `nil`.
    public var rows: RowsFile?
    /// Whether tables that others use are changed as the project says, and not by plain DDL.
    public var isOnline = true
    /// Looks at a scratch database in another way, and returns what there is, an entry for each object; where there is one,
    /// both ends of the revision must be to it what they are to autogen.
    package var observer: (@Sendable (DatabaseURL) async throws -> [String])?
    /// What it takes over that was changed by hand.
    var adopts: [String] = []
    /// What was decided beforehand.
    public var decisions = RevisionDecisions()
    /// Called with what is left to decide; throws ``Refused`` where nobody answers, and then nothing is written.
    public var answer: @Sendable (Question) async throws -> Answer = { throw Refused([$0]) }

    /// A revision after the only head, planned from the declared schema.
    public init(message: String) { self.message = message }
}

/// What the project's database has to do with a new revision, which always leads from what the revisions make.
public enum RevisionStart: String, Sendable, Hashable, CaseIterable {
    /// It must have all revisions, and be what they make.
    case database
    /// What it has beside the revisions is left alone; it is only asked how many rows there are.
    case head
    /// It is not asked anything.
    case offline
}

/// Why a revision can't stand where it is to stand.
public enum RevisionOptionsError: ExplainedError, Sendable, Hashable {
    /// Another script, by its file, has the id already.
    case idTaken(RevisionID, file: String)
    /// The text can't be a branch label.
    case badLabel(String)
    /// Another script, by its file, has the label already.
    case labelTaken(String, file: String)
    /// Other revisions come after this one, and ``RevisionOptions/splice`` is not set.
    case notAHead(RevisionID)
    /// A revision that was to be rewritten failed in a scratch database, with what it said.
    case unproved(RevisionID, String)
    /// No column gets another type that would write its table anew.
    case nothingToExpand
    /// The ids of the revisions before it, which are made of this one, would be too long.
    case idTooLong(RevisionID)
    /// New constraints or indexes break the project's convention.
    case names([NamingBreach])

    /// `unsafe` for what is not proved or not named as agreed, `usage` for the rest.
    public var category: ErrorCategory {
        switch self {
        case .idTaken, .badLabel, .labelTaken, .notAHead, .nothingToExpand, .idTooLong: .usage
        case .unproved, .names: .unsafe
        }
    }

    /// What is wrong, at the file where there is one.
    public var explanation: Explanation {
        switch self {
        case .idTaken(let id, let file): Explanation("has the revision id \(id) already", at: FileLocation(file))
        case .badLabel(let label):
            Explanation(
                "\"\(label)\" is no branch label: 1 to 40 letters, digits or _, and none of head, heads, base, current")
        case .labelTaken(let label, let file):
            Explanation("has the branch label \"\(label)\" already", at: FileLocation(file))
        case .notAHead(let id): Explanation("revision \(id) is not a head: others come after it")
        case .nothingToExpand:
            Explanation(
                "there is nothing to expand: no column of a table that online: covers gets another type that would write the table anew, and no column or table another name"
            )
        case .idTooLong(let id):
            Explanation(
                "the revision id \(id) has no room for _expand and _backfill, with which it may have 40 letters")
        case .names(let breaches):
            Explanation(
                "new names do not follow the convention:\n" + breaches.map { "  \($0)" }.joined(separator: "\n"))
        case .unproved(let id, let why):
            Explanation("revision \(id) would not hold, so nothing was changed\n\(why)")
        }
    }
}
