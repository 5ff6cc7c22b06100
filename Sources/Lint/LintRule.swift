/// Something that a script may do and had better not. Each has a file of its own in `Rules`, whose comment is what
/// users read.
package protocol LintRule: Sendable {
    /// What findings and suppressions call it.
    static var code: String { get }
    static var severity: LintSeverity { get }

    static func findings(in script: LintScript) -> [LintFinding]
}

extension LintRule {
    package static var severity: LintSeverity { .warning }
}

/// A rule that looks at each statement by itself.
protocol StatementRule: LintRule {
    /// What is wrong with a statement, and what to do; `nil` where nothing is.
    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault?
}

extension StatementRule {
    package static func findings(in script: LintScript) -> [LintFinding] {
        script.statements.compactMap { statement in
            fault(statement, in: script).map {
                LintFinding(
                    code: code, severity: severity, file: script.file, line: statement.line, message: $0.message,
                    advice: $0.advice)
            }
        }
    }
}

/// What a rule has to say of a statement.
struct LintFault {
    let message: String
    let advice: String
}

/// How much a finding matters; the raw values are the words of reports.
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
    /// What happens.
    public let message: String
    /// What to do instead.
    public let advice: String

    package init(code: String, severity: LintSeverity, file: String, line: Int, message: String, advice: String) {
        self.code = code
        self.severity = severity
        self.file = file
        self.line = line
        self.message = message
        self.advice = advice
    }
}
