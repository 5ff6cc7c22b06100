public import AutogenLint

/// The forms in which findings of scripts are written.
public enum LintFormat: String, Sendable, Hashable, CaseIterable {
    /// For a terminal.
    case text
    /// For programs.
    case json
    /// For a comment on a pull request or a step summary.
    case markdown
    /// Workflow commands that GitHub shows beside the lines of a pull request.
    case github
    /// A code quality report of GitLab.
    case gitlab
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// The XML of JUnit: a failed test for each finding.
    case junit

    /// The report in this form; plain where a form can have colours.
    public func text(of report: LintReport) -> String {
        switch self {
        case .text: LintText().text(of: report)
        case .json: LintJSON.text(of: report)
        case .markdown: LintMarkdown.text(of: report)
        case .github: LintGitHub.text(of: report)
        case .gitlab: LintGitLab.text(of: report)
        case .sarif: LintSARIF.text(of: report)
        case .junit: LintJUnit.text(of: report)
        }
    }
}
