import AutogenSchema

/// Annotations of GitHub's, one a finding.
package enum GitHubReport {
    package static func text(of report: DriftReport) -> String {
        let lines = report.news.map { finding in
            let level: GitHubAnnotation.Level =
                switch finding.severity {
                case .error: .error
                case .warning: .warning
                case .info: .notice
                }
            let rest = [ReportWords.places(of: finding, in: report), finding.advice].compactMap(\.self)
            return GitHubAnnotation(
                level, at: ReportPlace.known(finding), title: "drift: \(finding.kind.title)",
                message: ([finding.title] + rest).joined(separator: "\n")
            ).text
        }
        let end = "\(OneLine.text(ReportWords.title(of: report))): \(ReportWords.counts(report))"
        return (lines + [end]).joined(separator: "\n") + "\n"
    }
}
