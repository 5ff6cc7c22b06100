import AutogenRevisions
import AutogenSchema

/// SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>), for code scanning.
package enum SARIFReport {
    package static func text(of report: DriftReport) -> String {
        let tool = JSON.object([
            .init(
                "driver",
                .object([
                    .init("name", .string("autogen")), .init("semanticVersion", .string(AutogenVersion.text)),
                    .init("rules", .array(FindingKind.allCases.map(rule))),
                ]))
        ])
        let run = JSON.object([
            .init("tool", tool), .init("columnKind", .string("unicodeCodePoints")),
            .init("results", .array(report.findings.map { result($0, report) })),
        ])
        return JSON.object([
            .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            .init("version", .string("2.1.0")), .init("runs", .array([run])),
        ]).indented + "\n"
    }

    private static func rule(_ kind: FindingKind) -> JSON {
        .object([
            .init("id", .string(kind.rawValue)), .init("name", .string(name(of: kind))),
            .init("shortDescription", message(kind.explanation)),
        ])
    }

    /// `InvalidIndex`: names of rules are one word.
    private static func name(of kind: FindingKind) -> String {
        kind.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func result(_ finding: Finding, _ report: DriftReport) -> JSON {
        let rest = [ReportWords.places(of: finding, in: report), finding.advice].compactMap(\.self)
        var members: [JSON.Member] = [
            .init("ruleId", .string(finding.kind.rawValue)),
            .init("ruleIndex", .integer(Int64(FindingKind.allCases.firstIndex(of: finding.kind) ?? -1))),
            .init("level", .string(level(finding.severity))),
            .init("message", message(([finding.title] + rest).joined(separator: "\n"))),
            .init("locations", .array([location(finding)])),
            .init(
                "partialFingerprints",
                .object([
                    .init("finding/v1", .string(finding.id)), .init("content/v1", .string(finding.fingerprint)),
                ])),
        ]
        if let known = finding.known, !known.isExpired {
            members.append(
                .init(
                    "suppressions",
                    .array([
                        .object([
                            .init("kind", .string("external")), .init("justification", .string(known.reason)),
                        ])
                    ])))
        }
        return .object(members)
    }

    private static func location(_ finding: Finding) -> JSON {
        let place = ReportPlace.of(finding)
        var region: [JSON.Member] = [.init("startLine", .integer(Int64(place.line ?? 1)))]
        if let column = place.column { region.append(.init("startColumn", .integer(Int64(column)))) }
        let file = JSON.object([
            .init("artifactLocation", .object([.init("uri", .string(uri(place.file)))])),
            .init("region", .object(region)),
        ])
        let object = JSON.object([
            .init("fullyQualifiedName", .string(finding.subject.name)),
            .init("kind", .string(finding.subject.kind)),
        ])
        return .object([.init("physicalLocation", file), .init("logicalLocations", .array([object]))])
    }

    /// The path as a relative URI.
    private static func uri(_ path: String) -> String {
        Percent.encode(path, keeping: "/")
    }

    private static func message(_ text: String) -> JSON { .object([.init("text", .string(text))]) }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
