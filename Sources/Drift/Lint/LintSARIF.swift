import AutogenLint
import AutogenSchema

/// The findings for code scanning.
enum LintSARIF {
    static func text(of report: LintReport) -> String {
        let known = Linter.rules.map { $0.code } + Linter.others.keys.sorted()
        let own = Set(report.findings.map(\.code)).subtracting(known).sorted()
        let codes = known + own
        let rules = codes.map { code in
            SARIFLog.Rule(
                id: code, summary: Linter.summary(of: code) ?? "A rule of the project's own.",
                help: Linter.explanation(of: code))
        }
        let places = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return SARIFLog(rules: rules, results: report.findings.map { result($0, places[$0.code] ?? -1) }).text
    }

    private static func result(_ finding: LintFinding, _ rule: Int) -> SARIFLog.Result {
        var result = SARIFLog.Result(
            rule: rule, level: level(finding.severity), message: "\(finding.message)\n\(finding.advice)",
            place: finding.place)
        result.fingerprints = [("finding/v1", LintWords.fingerprint(finding))]
        if let fix = finding.fix, let end = finding.end { result.fix = (finding.advice, fix, end) }
        return result
    }

    private static func level(_ severity: LintSeverity) -> SARIFLog.Level {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
