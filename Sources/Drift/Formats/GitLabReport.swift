import AutogenSchema

/// A code quality report (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).
package enum GitLabReport {
    package static func text(of report: DriftReport) -> String {
        JSON.array(report.news.map { json($0, report) }).indented + "\n"
    }

    private static func json(_ finding: Finding, _ report: DriftReport) -> JSON {
        let places = ReportWords.places(of: finding, in: report).map { ", \($0)" } ?? ""
        return .object([
            .init("description", .string(finding.title + places)),
            .init("check_name", .string("drift/\(finding.kind.rawValue)")),
            .init("fingerprint", .string("\(finding.id)\(finding.fingerprint)")),
            .init("severity", .string(word(finding.severity))),
            .init(
                "location",
                .object([
                    .init("path", .string(ReportPlace.of(finding).file)),
                    .init("lines", .object([.init("begin", .integer(Int64(ReportPlace.of(finding).line ?? 1)))])),
                ])),
        ])
    }

    private static func word(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "minor"
        case .info: "info"
        }
    }
}

/// The place that a format shows a finding beside.
enum ReportPlace {
    /// Where it must have one, the configuration stands for the database.
    static func of(_ finding: Finding) -> FileLocation { known(finding) ?? FileLocation("autogen.yaml", line: 1) }

    /// The script of a revision, or where an object is declared.
    static func known(_ finding: Finding) -> FileLocation? {
        finding.subject.file.map { FileLocation($0, line: 1) } ?? finding.declaredAt
    }
}
