import AutogenSchema

/// An entry of a code quality report (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).
struct CodeQualityIssue {
    /// How much it matters; the raw values are GitLab's words.
    enum Severity: String {
        case critical
        case minor
        case info
    }

    let description: String
    let check: String
    let fingerprint: String
    let severity: Severity
    let place: FileLocation

    static func text(of issues: [CodeQualityIssue]) -> String { JSON.array(issues.map(\.json)).indented + "\n" }

    private var json: JSON {
        .object([
            .init("description", .string(description)), .init("check_name", .string(check)),
            .init("fingerprint", .string(fingerprint)), .init("severity", .string(severity.rawValue)),
            .init(
                "location",
                .object([
                    .init("path", .string(place.file)),
                    .init("lines", .object([.init("begin", .integer(Int64(place.line ?? 1)))])),
                ])),
        ])
    }
}
