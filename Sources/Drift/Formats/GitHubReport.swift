import AutogenSchema

/// Workflow commands, one a finding, that GitHub shows on the run and beside the files
/// (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).
package enum GitHubReport {
    package static func text(of report: DriftReport) -> String {
        let lines = report.news.map { finding in
            let word =
                switch finding.severity {
                case .error: "error"
                case .warning: "warning"
                case .info: "notice"
                }
            let place = ReportPlace.known(finding).map { place in
                "file=\(property(place.file)),line=\(place.line ?? 1),\(place.column.map { "col=\($0)," } ?? "")"
            }
            let rest = [ReportWords.places(of: finding, in: report), finding.advice].compactMap(\.self)
            let message = ([finding.title] + rest).joined(separator: "\n")
            return "::\(word) \(place ?? "")title=\(property("drift: \(finding.kind.title)"))::\(data(message))"
        }
        let end = "\(OneLine.text(ReportWords.title(of: report))): \(ReportWords.counts(report))"
        return (lines + [end]).joined(separator: "\n") + "\n"
    }

    private static func data(_ text: String) -> String {
        text.visible.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
