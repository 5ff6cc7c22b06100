import AutogenLint
import AutogenSchema

/// The findings as a comment on a pull request, what to write instead folded away.
enum LintMarkdown {
    static func text(of report: LintReport) -> String {
        let icon = report.findings.isEmpty ? "✅" : report.count(.error) > 0 ? "❌" : "⚠️"
        var text = "## \(icon) Scripts: \(LintWords.counts(report))\n\n\(LintWords.scripts(report)) looked at\n"
        var left = 0
        var file = ""
        for finding in report.findings {
            let heading = finding.file == file ? "" : "\n### \(MarkdownText.escaped(finding.file))\n"
            let item = heading + self.item(finding)
            guard text.utf8.count + item.utf8.count <= MarkdownText.limit else {
                left += 1
                continue
            }
            file = finding.file
            text += item
        }
        if left > 0 { text += "\nAnd \(left) more finding\(left == 1 ? "" : "s"), left out here for their length.\n" }
        return text
    }

    private static func item(_ finding: LintFinding) -> String {
        var lines = [
            "",
            "- \(icon(finding.severity)) **\(MarkdownText.escaped(finding.code))** line \(finding.line): \(MarkdownText.escaped(finding.message))",
        ]
        if !finding.advice.isEmpty { lines.append("  <br>\(MarkdownText.escaped(finding.advice))") }
        if let fix = finding.fix { lines += MarkdownText.folded("Instead", fix) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func icon(_ severity: LintSeverity) -> String {
        switch severity {
        case .error: "❌"
        case .warning: "⚠️"
        case .note: "ℹ️"
        }
    }
}
