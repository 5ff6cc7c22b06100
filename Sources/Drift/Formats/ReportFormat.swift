/// The forms in which a report is written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// For a terminal.
    case text
    /// As `docs/drift-report.schema.json` describes it.
    case json
    /// For a comment on a pull request or a step summary.
    case markdown
    /// One page with a drawing of what changed, without anything loaded from elsewhere.
    case html
    /// Workflow commands that GitHub shows beside the files.
    case github
    /// A code quality report of GitLab.
    case gitlab
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// The XML of JUnit: a failed test for each finding that counts.
    case junit

    /// The report in this form; plain where a form can have colours, and laid out without Graphviz.
    public func text(of report: DriftReport) -> String {
        switch self {
        case .text: TextReport().text(of: report)
        case .json: JSONReport.text(of: report)
        case .markdown: MarkdownReport.text(of: report)
        case .html: HTMLReport.text(of: report, layout: DiagramLayout(plain: report.diagram))
        case .github: GitHubReport.text(of: report)
        case .gitlab: GitLabReport.text(of: report)
        case .sarif: SARIFReport.text(of: report)
        case .junit: JUnitReport.text(of: report)
        }
    }
}
