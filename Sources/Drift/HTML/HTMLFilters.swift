/// The row of switches over the findings.
enum HTMLFilters {
    static func text(for report: DriftReport) -> String {
        guard !report.findings.isEmpty else { return "" }
        let kinds = FindingKind.allCases.compactMap { kind -> String? in
            let count = report.findings.count { $0.kind == kind }
            guard count > 0 else { return nil }
            return """
                <label><input type="checkbox" value="\(kind.rawValue)" checked>\(report.sides.title(of: kind)) \(count)</label>
                """
        }
        let schemas = Set(report.findings.compactMap(\.subject.schema)).sorted()
        let choice =
            schemas.count < 2
            ? ""
            : "<select id=\"schema\"><option value=\"\">all schemas</option>"
                + schemas.map { "<option>\(Markup.escaped($0))</option>" }.joined() + "</select>"
        return """
            <div class="filters">\(kinds.joined())\(choice)\
            <input id="find" type="search" placeholder="find" aria-label="find"><output id="count"></output></div>
            """
    }
}
