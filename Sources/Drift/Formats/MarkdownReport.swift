import AutogenDiff
import AutogenSchema
import AutogenPlan

/// The report as a comment on a pull request: the findings as a list, definitions and SQL folded away.
package enum MarkdownReport {
    package static func text(of report: DriftReport) -> String {
        var text =
            "## \(icon(report)) \(report.sides.heading) \(escaped(ReportWords.title(of: report))): \(ReportWords.counts(report))\n"
        if let database = report.databases.first, !report.isFleet {
            text += "\n" + ReportWords.state(of: database, report.sides)
            text += ReportWords.comparisons(of: database).map { "; \($0)" } ?? ""
            text += "\n"
        }
        for database in report.databases {
            for note in database.notes { text += "\n> \(escaped(note))\n" }
        }
        var left = 0
        for section in ReportTree(report.findings).sections {
            var part = "\n### \(escaped(section.title))\n"
            for branch in section.branches {
                if !branch.title.isEmpty { part += "\n#### \(escaped(branch.title))\n" }
                for finding in branch.findings {
                    let item = self.item(finding, report)
                    if text.utf8.count + part.utf8.count + item.utf8.count > MarkdownText.limit {
                        left += 1
                    } else {
                        part += item
                    }
                }
            }
            text += part
        }
        if left > 0 { text += "\nAnd \(left) more finding\(left == 1 ? "" : "s"), left out here for their length.\n" }
        return text
    }

    private static func item(_ finding: Finding, _ report: DriftReport) -> String {
        let sides = report.sides
        let kind = sides.title(of: finding.kind)
        let (left, right) = sides.isComparison ? (escaped(sides.declared), escaped(sides.live)) : ("Declared", "Live")
        var lines = ["", "- \(icon(finding, sides)) **\(kind)** \(escaped(finding.title))"]
        for remark in [ReportWords.known(finding), ReportWords.places(of: finding, in: report), finding.advice] {
            if let remark { lines.append("  <br>\(escaped(remark))") }
        }
        lines += table(of: finding.differences, sides)
        lines += folded(left, finding.declared, finding.live == nil || finding.declared != finding.live)
        lines += folded(right, finding.live, finding.declared != finding.live)
        lines += folded(title(escaped(sides.restore), finding.restore), finding.restore?.sql, true)
        lines += folded(title(escaped(sides.adopt), finding.adopt), finding.adopt?.sql, true)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(of differences: [Difference], _ sides: ReportSides) -> [String] {
        guard !differences.isEmpty else { return [] }
        let rows = differences.map { "  | \($0.attribute) | \(cell($0.from)) | \(cell($0.to)) |" }
        return ["", "  | | \(escaped(sides.declared)) | \(escaped(sides.live)) |", "  |---|---|---|"] + rows
    }

    private static func title(_ title: String, _ repair: Repair?) -> String {
        guard let kinds = repair?.hazards.map(\.kind.rawValue), !kinds.isEmpty else { return title }
        var seen: Set<String> = []
        return "\(title) (\(kinds.filter { seen.insert($0).inserted }.joined(separator: ", ")))"
    }

    private static func folded(_ title: String, _ code: String?, _ isWanted: Bool) -> [String] {
        isWanted ? code.map { MarkdownText.folded(title, $0) } ?? [] : []
    }

    private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    private static func cell(_ text: String) -> String {
        let line = OneLine.text(text)
        let short = line.count > 100 ? "\(line.prefix(100)) ..." : line
        return short.isEmpty ? "" : "`\(short.replacing("|", with: "\\|").replacing("`", with: "'"))`"
    }

    private static func icon(_ report: DriftReport) -> String {
        if report.sides.isComparison { return report.findings.isEmpty ? "✅" : "↔️" }
        return report.count(.error) > 0 ? "❌" : report.news.isEmpty ? "✅" : "⚠️"
    }

    private static func icon(_ finding: Finding, _ sides: ReportSides) -> String {
        if sides.isComparison { return "`\(TextReport.mark(of: finding.kind))`" }
        guard finding.isNew else { return "☑️" }
        switch finding.severity {
        case .error: return "❌"
        case .warning: return "⚠️"
        case .info: return "ℹ️"
        }
    }
}
