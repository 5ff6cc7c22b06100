/// The report for the code quality of a merge request.
package enum GitLabReport {
    package static func text(of report: DriftReport) -> String {
        CodeQualityIssue.text(of: report.news.map { issue($0, report) })
    }

    private static func issue(_ finding: Finding, _ report: DriftReport) -> CodeQualityIssue {
        let places = ReportWords.places(of: finding, in: report).map { ", \($0)" } ?? ""
        return CodeQualityIssue(
            description: finding.title + places, check: "drift/\(finding.kind.rawValue)",
            fingerprint: "\(finding.id)\(finding.fingerprint)", severity: word(finding.severity),
            place: ReportPlace.of(finding))
    }

    private static func word(_ severity: Severity) -> CodeQualityIssue.Severity {
        switch severity {
        case .error: .critical
        case .warning: .minor
        case .info: .info
        }
    }
}
