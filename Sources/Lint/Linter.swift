import AutogenSchema

/// All rules, and the words by which a script lets a finding pass.
package enum Linter {
    /// Those of all databases, in the order in which they are explained.
    package static var rules: [any LintRule.Type] {
        var seen: Set<String> = []
        return Dialect.allCases.flatMap(\.lint.rules).filter { seen.insert($0.code).inserted }
    }

    /// What a user reads about a finding, of a rule the comment of its file; `nil` for a code that none has.
    package static func explanation(of code: String) -> String? { RuleTexts.all[code] ?? others[code] }

    /// Findings that are no rule's, and can't be let pass.
    package static let others = [
        "refused":
            "A scratch database refuses a statement, so that neither it nor what comes after it could be looked at.",
        "unaccepted-loss": "The upgrade loses values, and no line of the header accepts that.",
        "allow": "A comment `-- autogen:allow` names no rule, gives no reason, or has nothing to let pass.",
    ]

    /// What the rules find in a script and no comment lets pass, by line.
    package static func findings(in script: LintScript) -> [LintFinding] {
        var findings = script.dialect.lint.rules.flatMap { $0.findings(in: script) }
        for statement in script.statements {
            for comment in statement.comments {
                guard let allowance = LintAllowance(comment.text) else { continue }
                if let fault = allowance.fault {
                    findings.append(
                        LintFinding(
                            code: "allow", severity: .error, file: script.file, line: comment.line,
                            message: fault.message, advice: fault.advice))
                    continue
                }
                let left = findings.filter { $0.code != allowance.code || $0.line != statement.line }
                guard left.count == findings.count else {
                    findings = left
                    continue
                }
                findings.append(
                    LintFinding(
                        code: "allow", severity: .warning, file: script.file, line: comment.line,
                        message: "the statement has no finding \(allowance.code) to let pass",
                        advice: "take the line out"))
            }
        }
        return findings.sorted { ($0.line, $0.code) < ($1.line, $1.code) }
    }
}

/// A comment over a statement that lets a finding pass: `-- autogen:allow index-blocks-writes the table is new this week`.
struct LintAllowance {
    let code: String
    private let reason: String

    /// `nil` for any other comment.
    init?(_ comment: String) {
        let opening = "-- autogen:allow"
        guard comment.hasPrefix(opening) else { return nil }
        let rest = comment.dropFirst(opening.count)
        guard rest.isEmpty || rest.first == " " else { return nil }
        let words = rest.split(separator: " ", maxSplits: 1)
        code = words.first.map(String.init) ?? ""
        reason = words.count > 1 ? String(words[1]).trimmingSpaces : ""
    }

    /// What is wrong with it.
    var fault: LintFault? {
        let codes = Linter.rules.map { $0.code }
        guard codes.contains(code) else {
            let nearest = NearestName.find(code, among: codes).map { "did you mean \($0)?" }
            return LintFault(
                message: code.isEmpty ? "it lets nothing pass" : "there is no rule \(code)",
                advice: nearest ?? "autogen lint --explain all names the rules")
        }
        return reason.isEmpty
            ? LintFault(message: "it does not say why \(code) may pass", advice: "write the reason behind the rule")
            : nil
    }
}
