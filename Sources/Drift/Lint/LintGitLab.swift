import AutogenLint
import AutogenSchema

/// The findings for the code quality of a merge request.
enum LintGitLab {
    static func text(of report: LintReport) -> String {
        CodeQualityIssue.text(
            of: report.findings.map { finding in
                CodeQualityIssue(
                    description: "\(finding.message); \(finding.advice)", check: "lint/\(finding.code)",
                    fingerprint: LintWords.fingerprint(finding), severity: word(finding.severity),
                    place: finding.place)
            })
    }

    private static func word(_ severity: LintSeverity) -> CodeQualityIssue.Severity {
        switch severity {
        case .error: .critical
        case .warning: .minor
        case .note: .info
        }
    }
}
