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
    }

    /// What kind of answer it takes.
    public let matter: Matter
    /// What values are lost from or needed in, mostly a column or a table.
    public let object: Address
    /// What happens to it, in a few words.
    public let message: String
    /// How many rows it concerns.
    public let rows: RowCount

    package init(_ matter: Matter, _ object: Address, message: String, rows: RowCount) {
        self.matter = matter
        self.object = object
        self.message = message
        self.rows = rows
    }
}

/// What a person says to a ``Question``.
public enum Answer: Sendable, Hashable {
    /// It may go, or stay undecided.
    case allow
    /// The SQL expression, or the name of the zone.
    case value(String)
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
        let others = questions.filter { $0.matter != .loss }
        var lines: [String] = []
        if !losses.isEmpty { lines.append("this loses values:") }
        lines += losses.map { "  \($0.object), \($0.rows): \($0.message)" }
        if !others.isEmpty { lines.append("this needs a decision:") }
        lines += others.map { "  \($0.object), \($0.rows): \($0.message)" }
        return Explanation(lines.joined(separator: "\n"), advice: outcome)
    }
}
