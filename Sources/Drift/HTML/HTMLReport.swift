import AutogenPlan

/// The report as one page: what was found, with both definitions beside each other, and a picture of it.
package enum HTMLReport {
    package static func text(of report: DriftReport, layout: DiagramLayout) -> String {
        let title = "\(report.sides.heading) \(ReportWords.title(of: report))"
        let parts = [
            head(title, report), databases(report),
            HTMLPage.figure(report.diagram, layout, title: "What differs, and what is around it"),
            HTMLFilters.text(for: report), findings(report), scripts(report),
        ]
        return HTMLPage.text(title: title, body: parts.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    private static func head(_ title: String, _ report: DriftReport) -> String {
        """
        <header><div><h1>\(Markup.escaped(title))</h1><p class="facts">\(ReportWords.counts(report))</p></div>
        <button type="button" id="theme">light / dark</button></header>
        """
    }

    private static func databases(_ report: DriftReport) -> String {
        var lines: [String] = []
        if let database = report.databases.first, !report.isFleet {
            lines.append(ReportWords.state(of: database, report.sides))
            if let comparisons = ReportWords.comparisons(of: database) { lines.append(comparisons) }
        }
        for database in report.databases {
            lines += database.notes.map { "note: \(report.isFleet ? "\(database.name): " : "")\($0)" }
        }
        return lines.map { "<p class=\"facts\">\(Markup.escaped($0))</p>" }.joined(separator: "\n")
    }

    private static func findings(_ report: DriftReport) -> String {
        ReportTree(report.findings).sections.map { section in
            let articles = section.branches.flatMap(\.findings).map { HTMLFinding.text(of: $0, in: report) }
            return """
                <section data-group><h2>\(Markup.escaped(section.title))</h2>
                \(articles.joined(separator: "\n"))
                </section>
                """
        }.joined(separator: "\n")
    }

    private static func scripts(_ report: DriftReport) -> String {
        let shown = report.databases.filter { $0.restore != nil || $0.adopt != nil }
        guard !shown.isEmpty, !report.isFleet else { return "" }
        return "<section><h2>All of it at once</h2>\n"
            + shown.map { database in
                HTMLFinding.folded(report.sides.restore, database.restore)
                    + HTMLFinding.folded(
                        report.sides.isComparison ? report.sides.adopt : "Take all of it over", database.adopt)
            }.joined(separator: "\n") + "</section>"
    }
}
