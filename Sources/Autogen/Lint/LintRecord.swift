import AutogenLint
import AutogenSchema

/// What looking at one script has shown: enough to say it again without a database.
struct LintRecord: Sendable, Hashable {
    /// Something that the script drops, and the line that does it.
    struct Drop: Sendable, Hashable {
        let object: Address
        let line: Int
        let column: Int
    }

    var findings: [LintFinding]
    /// What goes with the script.
    var drops: [Drop] = []
    /// Whether a database refuses the script, so that what comes after it has nothing to start from; never remembered.
    var isRefused = false
}

extension LintRecord {
    var json: JSON {
        .object([
            JSON.Member("findings", .array(findings.map(Self.json))),
            JSON.Member(
                "drops",
                .array(
                    drops.map {
                        .array([
                            .string($0.object.description), .integer(Int64($0.line)), .integer(Int64($0.column)),
                        ])
                    })),
        ])
    }

    /// `nil` for what no record is written like.
    init?(_ json: JSON) {
        guard let members = json.members, let findings = members["findings"]?.items,
            let drops = members["drops"]?.items
        else { return nil }
        self.findings = findings.compactMap(Self.finding)
        self.drops = drops.compactMap { drop in
            guard let parts = drop.items, parts.count == 3, let text = parts[0].string,
                let object = try? Address.reading(text).address, let line = parts[1].integer,
                let column = parts[2].integer
            else { return nil }
            return Drop(object: object, line: Int(line), column: Int(column))
        }
        guard self.findings.count == findings.count, self.drops.count == drops.count else { return nil }
    }

    private static func json(_ finding: LintFinding) -> JSON {
        .object([
            JSON.Member("code", .string(finding.code)), JSON.Member("severity", .string(finding.severity.rawValue)),
            JSON.Member("file", .string(finding.file)), JSON.Member("line", .integer(Int64(finding.line))),
            JSON.Member("column", .integer(Int64(finding.column))), JSON.Member("message", .string(finding.message)),
            JSON.Member("advice", .string(finding.advice)),
            JSON.Member("fix", finding.fix.map { .string($0) } ?? .null),
            JSON.Member(
                "end",
                .array([finding.end?.line, finding.end?.column].compactMap { $0.map { .integer(Int64($0)) } })),
        ])
    }

    private static func finding(_ json: JSON) -> LintFinding? {
        guard let members = json.members, let code = members["code"]?.string,
            let severity = members["severity"]?.string.flatMap({ LintSeverity(rawValue: $0) }),
            let file = members["file"]?.string, let line = members["line"]?.integer,
            let column = members["column"]?.integer, let message = members["message"]?.string,
            let advice = members["advice"]?.string
        else { return nil }
        let end = members["end"]?.items?.compactMap(\.integer).map { Int($0) } ?? []
        return LintFinding(
            code: code, severity: severity, file: file, line: Int(line), column: Int(column),
            end: end.count == 2 ? FileLocation(file, line: end[0], column: end[1]) : nil, message: message,
            advice: advice, fix: members["fix"]?.string)
    }
}
