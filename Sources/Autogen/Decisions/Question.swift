public import AutogenSchema

/// Something about the rows at hand that only a person can decide.
public struct Question: Sendable, Hashable {
    public enum Matter: String, Sendable, Hashable {
        /// Something goes that may hold values.
        case loss = "data-loss"
        /// Rows need a value that nothing supplies.
        case fill = "needs-value"
        /// Times without a zone become times with one, or the other way, and nothing says which zone is meant.
        case zone = "needs-zone"
    }

    public let matter: Matter
    public let object: Address
    /// What happens to it, in a few words.
    public let message: String
    public let rows: RowCount

    public init(_ matter: Matter, _ object: Address, message: String, rows: RowCount) {
        self.matter = matter
        self.object = object
        self.message = message
        self.rows = rows
    }

    /// The options of the command line that answer it, ready to be typed.
    public var answers: [String] {
        switch matter {
        case .loss: ["--drop \(Self.shell("\(object)"))", "--allow data-loss"]
        case .fill: ["--fill \(Self.shell("\(object.name)=EXPRESSION"))", "--allow undecided"]
        case .zone: ["--zone \(Self.shell("\(object.name)=ZONE"))", "--allow undecided"]
        }
    }

    private static func shell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "="):
                true
            default: false
            }
        }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
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
public struct Refused: Error, Sendable, Hashable, CustomStringConvertible {
    public let questions: [Question]
    /// What was not done: `no revision was written`.
    public let outcome: String

    public init(_ questions: [Question], outcome: String = "nothing was done") {
        self.questions = questions
        self.outcome = outcome
    }

    public var description: String {
        let losses = questions.filter { $0.matter == .loss }
        let others = questions.filter { $0.matter != .loss }
        var lines: [String] = []
        if !losses.isEmpty { lines.append("this loses values:") }
        lines += losses.map { "  \($0.object), \($0.rows): \($0.message)" }
        if !others.isEmpty { lines.append("this needs a decision:") }
        lines += others.map { "  \($0.object), \($0.rows): \($0.message)" }
        lines.append("\(outcome); to go on, add")
        var words: [String] = []
        for word in questions.compactMap(\.answers.first) where !words.contains(word) { words.append(word) }
        lines += words.map { "  \($0)" }
        let isMixed = !losses.isEmpty && !others.isEmpty
        for (questions, whole) in [(losses, "losses"), (others, "decisions")] {
            guard let all = questions.first?.answers.last else { continue }
            lines.append("  \(all)   (for all \(isMixed ? whole : "of these"))")
        }
        return lines.joined(separator: "\n")
    }
}
