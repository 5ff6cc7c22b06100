import AutogenLint
import AutogenSchema

/// JUnit XML: a test case for each finding, which fails, and one for each script without any. A note fails nothing.
enum LintJUnit {
    static func text(of report: LintReport) -> String {
        let found = Set(report.findings.map(\.file))
        let cases =
            report.findings.map(testCase)
            + report.scripts.filter { !found.contains($0) }.map { file in
                JUnitSuite.Case(group: "lint", name: file, place: FileLocation(file, line: 1), outcome: .passed)
            }
            + report.notRun.map { file in
                JUnitSuite.Case(
                    group: "lint", name: file, place: FileLocation(file, line: 1),
                    outcome: .skipped("it comes behind a script that was refused"))
            }
        return JUnitSuite(
            program: "autogen lint", name: "lint of \(LintWords.scripts(report))", cases: cases,
            skipped: report.count(.note) + report.notRun.count
        ).text
    }

    private static func testCase(_ finding: LintFinding) -> JUnitSuite.Case {
        let outcome: JUnitSuite.Case.Outcome =
            switch finding.severity {
            case .note: .skipped(finding.message)
            case .warning, .error:
                .failed(type: finding.code, message: finding.message, details: LintText().text(of: finding))
            }
        return JUnitSuite.Case(
            group: "lint.\(finding.code)", name: "\(finding.file):\(finding.line)", place: finding.place,
            outcome: outcome)
    }
}
