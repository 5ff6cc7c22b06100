import AutogenDiff
import AutogenSchema
import AutogenPlan

/// One finding on the page.
enum HTMLFinding {
    static func text(of finding: Finding, in report: DriftReport) -> String {
        let classes = finding.severity.rawValue + (finding.isNew ? "" : " known")
        let severity =
            report.sides.isComparison
            ? "" : "<span class=\"tag \(finding.severity.rawValue)\">\(finding.severity.rawValue)</span>"
        var lines = [
            """
            <article id="\(finding.id)" class="\(classes)" data-kind="\(finding.kind.rawValue)" \
            data-schema="\(Markup.escaped(finding.subject.schema ?? ""))" \
            data-item="\(Markup.escaped(finding.title.lowercased()))">
            """,
            "<h3>\(Markup.escaped(finding.title))</h3>",
            """
            <p>\(severity)<span class="tag">\(report.sides.title(of: finding.kind))</span><span class="dim">\(finding.id)</span></p>
            """,
        ]
        let places = ReportWords.places(of: finding, in: report, limit: 20)
        for remark in [ReportWords.known(finding), places, finding.advice] {
            if let remark { lines.append("<p>\(Markup.escaped(remark))</p>") }
        }
        if !finding.differences.isEmpty {
            let rows = finding.differences.map { difference in
                SideBySide(difference.from, difference.to).html(title: difference.attribute)
            }
            lines.append(table(rows.joined(), report.sides))
        }
        if finding.declared != finding.live {
            let sides = SideBySide(finding.declared ?? "", finding.live ?? "").html(title: nil)
            let isShort = finding.differences.isEmpty
            lines.append(
                "<details\(isShort ? " open" : "")><summary>definition</summary>\(table(sides, report.sides))</details>"
            )
        }
        lines.append(folded(report.sides.restore, finding.restore))
        lines.append(folded(report.sides.adopt, finding.adopt))
        return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</article>"
    }

    static func folded(_ title: String, _ repair: Repair?) -> String {
        guard let repair else { return "" }
        let hazards = repair.hazards.map {
            "<p class=\"hazard\">\(Markup.escaped("\($0.kind.rawValue): \($0.message)"))</p>"
        }
        let together =
            repair.together.isEmpty
            ? "" : "<p class=\"dim\">\(Markup.escaped("together with \(repair.together.joined(separator: ", "))"))</p>"
        return """
            <details><summary>\(Markup.escaped(title))</summary>\(together)\(hazards.joined())<pre>\
            <button type="button" class="copy">copy</button><code>\(Markup.escaped(repair.sql))</code></pre></details>
            """
    }

    private static func table(_ rows: String, _ sides: ReportSides) -> String {
        let names = [sides.declared, sides.live].map { "<th>\(Markup.escaped($0))</th>" }.joined()
        return "<table class=\"sides\"><tr>\(names)</tr>\(rows)</table>"
    }
}

extension SideBySide {
    /// The rows of a table of two columns.
    func html(title: String?) -> String {
        let head = title.map { "<tr><th colspan=\"2\">\(Markup.escaped($0))</th></tr>" } ?? ""
        return head
            + rows.map { row in
                "<tr>\(Self.cell(row.left, row.isSame ? "" : "old"))\(Self.cell(row.right, row.isSame ? "" : "new"))</tr>"
            }.joined(separator: "\n")
    }

    private static func cell(_ spans: [Span]?, _ side: String) -> String {
        guard let spans else { return "<td class=\"none\"></td>" }
        let text = spans.map { $0.isChanged ? "<mark>\(Markup.escaped($0.text))</mark>" : Markup.escaped($0.text) }
        return "<td class=\"\(side)\">\(text.joined())</td>"
    }
}
