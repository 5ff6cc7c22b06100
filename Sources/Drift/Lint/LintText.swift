package import AutogenLint
import AutogenSchema

/// The findings for people at a terminal, each as errors are told.
///
/// ```
/// revisions/0007.sql:12:1: warning: table public.users is scanned under SHARE: nobody writes to it meanwhile [index-blocks-writes]
///   12 | CREATE INDEX users_email_idx ON users (email);
///      | ^
///   CREATE INDEX CONCURRENTLY, in a script with -- transaction: no
///   instead:
///     CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
/// ```
package struct LintText {
    /// Colours the first line of a finding by its severity.
    package var paint: (String, LintSeverity) -> String = { text, _ in text }

    package init() {}

    package func text(of report: LintReport) -> String {
        let looked = LintWords.scripts(report)
        guard !report.findings.isEmpty else { return "ok: nothing found in \(looked)\n" }
        let lines = report.findings.map { text(of: $0) + "\n" }
        return lines.joined() + "\(LintWords.counts(report)) in \(looked); autogen lint --explain CODE says more\n"
    }

    /// One of them, without a line feed at its end.
    package func text(of finding: LintFinding) -> String {
        let place = FileLocation(finding.file, line: finding.line, column: finding.column)
        let head = "\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.code)]"
        var lines = [paint(head.visibleLine, finding.severity)]
        if !finding.excerpt.isEmpty {
            let window = ExcerptWindow(line: finding.excerpt, column: finding.column)
            let number = String(finding.line)
            lines.append("  \(number) | \(window.text.visibleLine)")
            lines.append("  \(String(repeating: " ", count: number.count)) | \(window.caret)")
        }
        if !finding.advice.isEmpty { lines.append("  \(finding.advice.visibleLine)") }
        if let fix = finding.fix {
            lines.append("  instead:")
            lines += fix.split(separator: "\n").map { "    \($0)".visible }
        }
        return lines.joined(separator: "\n")
    }
}
