/// How far a revision has come that does not run in one transaction.
public struct RevisionProgress: Sendable, Hashable, CustomStringConvertible {
    /// Which section it is in.
    public let direction: Direction
    /// How many statements of the section are done.
    public let done: Int
    /// Whether the next one was begun and may have run, too.
    public let isBegun: Bool
    /// Behind which row the next one, which takes its rows in batches, goes on.
    let place: BatchPlace?

    init(_ direction: Direction, done: Int, isBegun: Bool = false, place: BatchPlace? = nil) {
        self.direction = direction
        self.done = done
        self.isBegun = isBegun
        self.place = place
    }

    /// Reads what ``description`` writes.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 3)
        guard words.count >= 2, let direction = Direction(rawValue: String(words[0])), let done = Int(words[1]),
            words.count == 2 || words[2] == "begun"
        else { return nil }
        let place = words.count == 4 ? BatchPlace(String(words[3])) : nil
        guard words.count < 4 || place != nil else { return nil }
        self.init(direction, done: done, isBegun: words.count > 2, place: place)
    }

    /// As the version table has it: `upgrade 3 begun`, of a statement in batches `upgrade 3 begun behind ["5000"]`.
    public var description: String {
        "\(direction.rawValue) \(done)\(isBegun ? " begun" : "")\(place.map { " \($0)" } ?? "")"
    }
}

/// How a run of a script is recorded; each call is made in the transaction of what it records.
struct RevisionJournal: Sendable {
    /// Makes sure of being the only one, in the transaction that was begun.
    var claim: @Sendable () async throws -> Void = {}
    /// Whether the script is still to be gone on with at a position.
    var isDue: @Sendable (_ done: Int) async throws -> Bool = { _ in true }
    /// The first statement is about to run.
    var begin: @Sendable () async throws -> Void = {}
    /// Some statements are done.
    var note: @Sendable (RevisionProgress, _ digest: String) async throws -> Void = { _, _ in }
    /// It failed before anything was done.
    var forget: @Sendable () async throws -> Void = {}
    /// All is done.
    var finish: @Sendable () async throws -> Void = {}
}

/// What a revision that failed leaves behind.
public enum RevisionRemains: Sendable, Hashable {
    /// It was rolled back.
    case nothing
    /// Of the statements, the first ones are done and stay; the next try goes on after them.
    case statements(Int, of: Int, nextLine: Int)

    func text(_ direction: Direction) -> String {
        switch self {
        case .nothing: "the \(direction.rawValue) was rolled back"
        case .statements(0, _, _): "none of its statements had run"
        case .statements(let done, let count, let line):
            """
            the script does not run in one transaction: \(done) of its \(count) statements had run and stay
            remove the cause, or correct the script from line \(line) on; autogen \(direction.rawValue) goes on there
            """
        }
    }
}

/// A row of the version table: a revision that the database has.
public struct AppliedRevision: Sendable, Hashable {
    /// The revision.
    public let id: RevisionID
    /// The checksum of the script as it was applied; of a revision on its way, that of the statements that are done.
    public let checksum: String
    /// The file of the script as it was then.
    public let file: String
    /// When, in UTC, as the version table has it: `2026-11-20T10:15:00Z`.
    public let appliedAt: String
    /// The version of autogen that applied it.
    public let appliedBy: String
    /// How far it is on its way; `nil` when it is there.
    public let progress: RevisionProgress?
}
