import AutogenSchema

/// JUnit XML: a test case for each finding, which fails, and one for each kind that was looked for and not found.
package enum JUnitReport {
    package static func text(of report: DriftReport) -> String {
        let found = Set(report.findings.map(\.kind))
        let cases =
            report.findings.map { self.testCase($0, report) }
            + FindingKind.allCases.filter { !found.contains($0) }.map { kind in
                JUnitSuite.Case(group: "drift.\(kind.rawValue)", name: "none \(kind.title)", outcome: .passed)
            }
        return JUnitSuite(
            program: "autogen drift", name: "drift of \(ReportWords.title(of: report))", cases: cases,
            skipped: report.findings.count - report.news.count
        ).text
    }

    private static func testCase(_ finding: Finding, _ report: DriftReport) -> JUnitSuite.Case {
        let outcome: JUnitSuite.Case.Outcome =
            finding.isNew
            ? .failed(type: finding.kind.rawValue, message: finding.title, details: details(finding, report))
            : .skipped(ReportWords.known(finding) ?? "")
        return JUnitSuite.Case(
            group: "drift.\(finding.kind.rawValue)", name: finding.subject.name, place: ReportPlace.known(finding),
            outcome: outcome)
    }

    private static func details(_ finding: Finding, _ report: DriftReport) -> String {
        var lines = ["\(finding.severity.rawValue), id \(finding.id)"]
        if let place = finding.declaredAt { lines.append("declared at \(place)") }
        if let places = ReportWords.places(of: finding, in: report) { lines.append(places) }
        if let text = finding.declared { lines += ["declared:", text] }
        if let text = finding.live { lines += ["live:", text] }
        if let repair = finding.restore { lines += ["to restore it:", repair.sql] }
        if let advice = finding.advice { lines.append(advice) }
        return lines.joined(separator: "\n")
    }
}
