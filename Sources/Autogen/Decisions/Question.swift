public import AutogenDiff
public import AutogenSchema

/// Something about the rows at hand that only a person can decide.
public struct Question: Sendable, Hashable {
    /// What kind of answer a question takes; the raw value is the word of JSON output.
    public enum Matter: String, Sendable, Hashable {
        /// Something goes that may hold values.
        case loss = "data-loss"
        /// Rows need a value that nothing supplies.
        case fill = "needs-value"
        /// Times without a zone become times with one, or the other way, and nothing says which zone is meant.
        case zone = "needs-zone"
        /// Something may have another name.
        case rename = "may-be-renamed"
    }

    /// What kind of answer it takes.
    public let matter: Matter
    /// What values are lost from or needed in, mostly a column or a table.
    public let object: Address
    /// What happens to it, in a few words.
    public let message: String
    /// How many rows it concerns.
    public let rows: RowCount
    /// What would be renamed, of one name: in several tables where columns are called alike. Empty for other matters.
    public let renames: [RenameCandidate]

    package init(
        _ matter: Matter, _ object: Address, message: String, rows: RowCount, renames: [RenameCandidate] = []
    ) {
        self.matter = matter
        self.object = object
        self.message = message
        self.rows = rows
        self.renames = renames
    }
}

/// What a person says to a ``Question``.
public enum Answer: Sendable, Hashable {
    /// It may go, or stay undecided.
    case allow
    /// The SQL expression, or the name of the zone.
    case value(String)
    /// It is the same under another name.
    case renamed
    /// The one goes and the other comes.
    case different
}

/// What nobody decided, so nothing was done.
public struct Refused: ExplainedError, Sendable, Hashable {
    /// What is left to decide.
    public let questions: [Question]
    /// What was not done: `no revision was written`.
    public let outcome: String

    /// Throw it from an `answer` closure to answer none of these questions.
    public init(_ questions: [Question], outcome: String = "nothing was done") {
        self.questions = questions
        self.outcome = outcome
    }

    /// Always `unsafe`.
    public var category: ErrorCategory { .unsafe }

    /// Lists what would be lost and what needs a value, each with its number of rows.
    public var explanation: Explanation {
        let losses = questions.filter { $0.matter == .loss }
        let renames = questions.filter { $0.matter == .rename }
        let others = questions.filter { $0.matter != .loss && $0.matter != .rename }
        var lines: [String] = []
        if !renames.isEmpty { lines.append("this may have another name, and only a person can tell:") }
        lines += renames.map { "  \($0.object), \($0.rows): \($0.message)" }
        if !losses.isEmpty { lines.append("this loses values:") }
        lines += losses.map { "  \($0.object), \($0.rows): \($0.message)" }
        if !others.isEmpty { lines.append("this needs a decision:") }
        lines += others.map { "  \($0.object), \($0.rows): \($0.message)" }
        return Explanation(lines.joined(separator: "\n"), advice: outcome)
    }
}
