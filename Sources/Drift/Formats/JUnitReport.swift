import AutogenSchema

/// JUnit XML: a test case for each finding, which fails, and one for each kind that was looked for and not found.
package enum JUnitReport {
    package static func text(of report: DriftReport) -> String {
        let found = Set(report.findings.map(\.kind))
        let cases =
            report.findings.map { self.testCase($0, report) }
            + FindingKind.allCases.filter { !found.contains($0) }.map { kind in
                "    <testcase classname=\"drift.\(kind.rawValue)\" name=\"none \(kind.title)\" time=\"0\"/>"
            }
        let failures = report.news.count
        let skipped = report.findings.count - failures
        let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\""
        let name = Markup.escaped("drift of \(ReportWords.title(of: report))")
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="autogen drift" \(counts)>
              <testsuite name="\(name)" \(counts) skipped="\(skipped)" time="0">
            \(cases.joined(separator: "\n"))
              </testsuite>
            </testsuites>

            """
    }

    private static func testCase(_ finding: Finding, _ report: DriftReport) -> String {
        let place = ReportPlace.known(finding).map {
            " file=\"\(Markup.escaped($0.file))\" line=\"\($0.line ?? 1)\""
        }
        let name = "name=\"\(Markup.escaped(finding.subject.name))\"\(place ?? "")"
        let head = "    <testcase classname=\"drift.\(finding.kind.rawValue)\" \(name) time=\"0\">"
        let inner =
            if finding.isNew {
                """
                      <failure type="\(finding.kind.rawValue)" message="\(Markup.escaped(finding.title))">\
                \(Markup.escaped(details(finding, report)))</failure>
                """
            } else {
                "      <skipped message=\"\(Markup.escaped(ReportWords.known(finding) ?? ""))\"/>"
            }
        return "\(head)\n\(inner)\n    </testcase>"
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
