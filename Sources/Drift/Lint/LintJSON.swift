import AutogenLint
import AutogenSchema

/// The findings for programs.
enum LintJSON {
    static func text(of report: LintReport) -> String {
        JSON.object([
            .init("format", .integer(1)),
            .init(
                "summary",
                .object(
                    LintSeverity.allCases.reversed().map { .init($0.rawValue, .integer(Int64(report.count($0)))) })),
            .init("scripts", .array(report.scripts.map { .string($0) })),
            .init("notRun", .array(report.notRun.map { .string($0) })),
            .init("findings", .array(report.findings.map(json))),
        ]).indented + "\n"
    }

    private static func json(_ finding: LintFinding) -> JSON {
        var members: [JSON.Member] = [
            .init("code", .string(finding.code)), .init("severity", .string(finding.severity.rawValue)),
            .init("file", .string(finding.file)), .init("line", .integer(Int64(finding.line))),
            .init("column", .integer(Int64(finding.column))), .init("message", .string(finding.message)),
            .init("advice", .string(finding.advice)),
        ]
        if let fix = finding.fix { members.append(.init("fix", .string(fix))) }
        return .object(members)
    }
}
