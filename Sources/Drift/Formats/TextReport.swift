import AutogenSchema

/// The report as a tree for people at a terminal.
///
/// ```
/// production: 1 error, 1 warning
/// PostgreSQL 15.18, at revision 3f2a9c81d0be
///
/// schema public
/// └─ users
///    ├─ ~ column public.users.email: type text -> character varying(20)
///    └─ + index public.users_tmp: is not declared
/// ```
package struct TextReport {
    /// Shows the SQL of each repair too.
    package var showsSQL = false
    /// Colours a line by the severity of its finding; `nil` for what does not count.
    package var paint: (String, Severity?) -> String = { text, _ in text }

    package init() {}

    package func text(of report: DriftReport) -> String {
        var lines = ["\(OneLine.text(ReportWords.title(of: report))): \(ReportWords.counts(report))"]
        if let database = report.databases.first, !report.isFleet {
            lines.append(ReportWords.state(of: database))
            if let comparisons = ReportWords.comparisons(of: database) { lines.append(comparisons) }
        }
        for database in report.databases {
            let prefix = report.isFleet ? "\(database.name): " : ""
            lines += database.notes.map { "note: \(prefix)\($0)".visibleLine }
        }
        for section in ReportTree(report.findings).sections {
            lines += ["", section.title.visibleLine]
            for (index, branch) in section.branches.enumerated() {
                let isLast = index == section.branches.count - 1
                if branch.title.isEmpty {
                    lines += self.lines(branch.findings, report, indent: "", isEnd: isLast)
                } else {
                    lines.append("\(isLast ? "└─" : "├─") \(branch.title.visibleLine)")
                    lines += self.lines(branch.findings, report, indent: isLast ? "   " : "│  ", isEnd: true)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ findings: [Finding], _ report: DriftReport, indent: String, isEnd: Bool) -> [String] {
        findings.enumerated().flatMap { index, finding in
            let isLast = isEnd && index == findings.count - 1
            let head = "\(indent)\(isLast ? "└─" : "├─") "
            let rest = indent + (isLast ? "   " : "│  ")
            let line = "\(Self.mark(of: finding.kind)) \(OneLine.text(finding.title))"
            return [head + paint(line, finding.isNew ? finding.severity : nil)]
                + details(of: finding, report).map { "\(rest)  \($0.visible)" }
        }
    }

    private func details(of finding: Finding, _ report: DriftReport) -> [String] {
        let place = finding.declaredAt.map { ", \($0)" } ?? ""
        var lines = ["\(finding.severity.rawValue), \(finding.kind.title), id \(finding.id)\(place)"]
        if let known = ReportWords.known(finding) { lines.append(known) }
        if let places = ReportWords.places(of: finding, in: report) { lines.append(places) }
        if let advice = finding.advice { lines.append(advice) }
        guard showsSQL else { return lines }
        for (title, repair) in [("to restore it:", finding.restore), ("to take it over:", finding.adopt)] {
            guard let repair else { continue }
            lines.append(title)
            lines += repair.sql.split(separator: "\n").map { "  \($0)" }
        }
        return lines
    }

    static func mark(of kind: FindingKind) -> String {
        switch kind {
        case .unexpected: "+"
        case .missing: "-"
        case .changed, .renamed, .editedRevision: "~"
        case .pendingRevision, .openExpansion, .withoutRevision: ">"
        case .unknownRevision: "?"
        case .invalidIndex, .unvalidatedConstraint, .disabledTrigger, .severalHeads, .unreachable: "!"
        }
    }
}
