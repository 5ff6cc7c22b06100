import AutogenLint
import AutogenSchema

/// Annotations of GitHub's, one a finding.
enum LintGitHub {
    static func text(of report: LintReport) -> String {
        report.findings.map { finding in
            let parts = [finding.message, finding.advice, finding.fix ?? ""].filter { !$0.isEmpty }
            return GitHubAnnotation(
                level(finding.severity), at: finding.place, title: finding.code,
                message: parts.joined(separator: "\n")
            ).text + "\n"
        }.joined()
    }

    private static func level(_ severity: LintSeverity) -> GitHubAnnotation.Level {
        switch severity {
        case .note: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}
