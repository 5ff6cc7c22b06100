public import AutogenSchema

/// How much a finding matters; the raw values are the words of reports and of the configuration.
public enum LintSeverity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth a thought.
    case note
    /// Clients notice.
    case warning
    /// It can't be meant.
    case error

    /// By weight.
    public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What a rule has found in a script.
public struct LintFinding: Sendable, Hashable {
    /// The rule: `index-blocks-writes`.
    public let code: String
    /// How much it matters.
    public let severity: LintSeverity
    /// The script, as messages show it.
    public let file: String
    /// The line on which the statement begins, counted from 1.
    public let line: Int
    /// Where on the line the statement begins, in Unicode scalars, counted from 1.
    public let column: Int
    /// Where the statement ends, its semicolon included; `nil` where it is about no statement.
    public let end: FileLocation?
    /// What happens.
    public let message: String
    /// What to do instead.
    public let advice: String
    /// SQL to write in place of the statement, where that can be told; several statements may belong to several scripts.
    public let fix: String?
    /// The line of the script, for who shows it; empty where the script is not at hand.
    public internal(set) var excerpt = ""

    package init(
        code: String, severity: LintSeverity, file: String, line: Int, column: Int = 1, end: FileLocation? = nil,
        message: String, advice: String, fix: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.end = end
        self.message = message
        self.advice = advice
        self.fix = fix
    }

    /// The same with the line of the script that it is about.
    package func quoting(_ lines: [Substring]) -> LintFinding {
        var finding = self
        finding.excerpt = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
        return finding
    }
}
