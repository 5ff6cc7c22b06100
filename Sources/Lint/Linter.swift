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

    /// The first paragraph of that, on one line.
    package static func summary(of code: String) -> String? {
        explanation(of: code).map { text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
            return lines.joined(separator: " ")
        }
    }

    /// The code of a loss that no line of the header accepts.
    package static let unacceptedLoss = "unaccepted-loss"

    /// Findings that are no rule's, and can't be let pass.
    package static let others = [
        "refused": """
        The temporary database in which scripts run refuses a statement, so that neither it nor what comes after it could be \
        looked at. Some fail in every database, such as a value of an enum that is used in the transaction that adds it, or \
        CONCURRENTLY between BEGIN and COMMIT; some lack an extension or a role there, or rows that others refer to.
        """,
        unacceptedLoss: "The upgrade loses values, and no line of the header accepts that.",
        "drop-of-declared":
            "A script drops what the declared schema has, and none brings it back: the files or the script are wrong.",
        "allow":
            "A comment `-- autogen:allow` names no rule, gives no reason, or stands over a statement without such a finding.",
    ]

    /// What the rules find in a script and neither a setting nor a comment lets pass, by line.
    ///
    /// - Parameter own: rules of the project's own, with what their queries have found.
    package static func findings(
        in script: LintScript, _ settings: LintSettings = LintSettings(),
        own: [(rule: OwnRule, faults: [LintFault])] = []
    ) -> [LintFinding] {
        var faults: [Found] = script.dialect.lint.rules.flatMap { rule in
            rule.faults(in: script).map {
                Found(
                    code: rule.code, usual: rule.isOn ? rule.severity : nil, fault: $0,
                    yieldsTo: Set(rule.yieldsTo.map { $0.code }))
            }
        }
        for (rule, found) in own {
            faults += found.map { Found(code: rule.code, usual: rule.severity, fault: $0) }
        }
        faults = settled(faults, settings)
        let codes = rules.map { $0.code } + own.map(\.rule.code)
        var findings = letPass(&faults, in: script, codes)
        findings += faults.compactMap { found in
            settings.severity(of: found.code, found.fault, otherwise: found.usual).map {
                finding(found.code, $0, found.fault, in: script)
            }
        }
        return findings.sorted { ($0.line, $0.column, $0.code) < ($1.line, $1.column, $1.code) }
    }

    /// A fault, and how much it matters unless a setting says otherwise; `nil` where it then does not matter.
    private struct Found {
        let code: String
        let usual: LintSeverity?
        let fault: LintFault
        var yieldsTo: Set<String> = []
    }

    /// Without those that another rule, which is on, tells better of the same statement.
    private static func settled(_ faults: [Found], _ settings: LintSettings) -> [Found] {
        var told: [Int: Set<String>] = [:]
        for found in faults where settings.severity(of: found.code, found.fault, otherwise: found.usual) != nil {
            told[found.fault.statement, default: []].insert(found.code)
        }
        return faults.filter { (told[$0.fault.statement] ?? []).isDisjoint(with: $0.yieldsTo) }
    }

    private static func finding(
        _ code: String, _ severity: LintSeverity, _ fault: LintFault, in script: LintScript
    ) -> LintFinding {
        let statement = script.statements.indices.contains(fault.statement) ? script.statements[fault.statement] : nil
        return LintFinding(
            code: code, severity: severity, file: script.file, line: statement?.line ?? 1,
            column: statement?.column ?? 1, end: statement?.end(in: script.file), message: fault.message,
            advice: fault.advice, fix: fault.fix)
    }

    /// Takes out what comments let pass, and tells what is wrong with these.
    private static func letPass(_ faults: inout [Found], in script: LintScript, _ codes: [String]) -> [LintFinding] {
        var findings: [LintFinding] = []
        for (place, statement) in script.statements.enumerated() {
            for comment in statement.comments {
                guard let allowance = LintAllowance(comment.text) else { continue }
                func add(_ severity: LintSeverity, _ message: String, _ advice: String) {
                    findings.append(
                        LintFinding(
                            code: "allow", severity: severity, file: script.file, line: comment.line, message: message,
                            advice: advice))
                }
                if let fault = allowance.fault(codes) {
                    add(.error, fault.message, fault.advice)
                    continue
                }
                let left = faults.filter { $0.code != allowance.code || $0.fault.statement != place }
                if left.count == faults.count {
                    add(.warning, "the statement has no finding \(allowance.code) to suppress", "take the line out")
                }
                faults = left
            }
        }
        return findings
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
    func fault(_ codes: [String]) -> LintFault? {
        guard codes.contains(code) else {
            let nearest = NearestName.find(code, among: codes).map { "did you mean \($0)?" }
            return LintFault(
                code.isEmpty ? "it lets nothing pass" : "there is no rule \(code)",
                nearest ?? "autogen lint --explain all names the rules")
        }
        return reason.isEmpty
            ? LintFault("it does not say why \(code) may pass", "write the reason behind the rule") : nil
    }
}
