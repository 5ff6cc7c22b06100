import AutogenDiff
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// The report for programs: the form of `docs/drift-report.schema.json`.
package enum JSONReport {
    /// Grows when a reader of the version before would misread the text.
    package static let format = 1

    package static func text(of report: DriftReport) -> String {
        JSON.object([
            .init("format", .integer(Int64(format))),
            .init("summary", summary(of: report)),
            .init("databases", .array(report.databases.map(json))),
            .init("findings", .array(report.findings.map(json))),
        ]).indented + "\n"
    }

    private static func summary(of report: DriftReport) -> JSON {
        .object(
            Severity.allCases.reversed().map { .init($0.rawValue, .integer(Int64(report.count($0)))) } + [
                .init("known", .integer(Int64(report.findings.count - report.news.count)))
            ])
    }

    private static func json(_ database: DatabaseSummary) -> JSON {
        var members: [JSON.Member] = [.init("name", .string(database.name))]
        if let dialect = database.dialect { members.append(.init("dialect", .string(dialect.rawValue))) }
        if let version = database.version { members.append(.init("version", .string(version.description))) }
        members.append(.init("revisions", .array(database.revisions.map { .string($0.text) })))
        members.append(.init("heads", .array(database.heads.map { .string($0.text) })))
        members.append(
            .init(
                "comparisons",
                .array(
                    database.comparisons.map {
                        .object([
                            .init("state", .string($0.state)), .init("differences", .integer(Int64($0.differences))),
                        ])
                    })))
        if let repair = database.restore { members.append(.init("restore", json(repair))) }
        if let repair = database.adopt { members.append(.init("adopt", json(repair))) }
        if !database.notes.isEmpty { members.append(.init("notes", .array(database.notes.map { .string($0) }))) }
        return .object(members)
    }

    private static func json(_ finding: Finding) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(finding.id)), .init("fingerprint", .string(finding.fingerprint)),
            .init("kind", .string(finding.kind.rawValue)), .init("severity", .string(finding.severity.rawValue)),
            .init("subject", json(finding.subject)), .init("message", .string(finding.message)),
        ]
        if !finding.differences.isEmpty {
            members.append(.init("differences", .array(finding.differences.map(json))))
        }
        if let place = finding.declaredAt { members.append(.init("declaredAt", json(place))) }
        if let text = finding.declared { members.append(.init("declared", .string(text))) }
        if let text = finding.live { members.append(.init("live", .string(text))) }
        if !finding.parts.isEmpty {
            members.append(.init("parts", .array(finding.parts.map { .string($0.description) })))
        }
        if let repair = finding.restore { members.append(.init("restore", json(repair))) }
        if let repair = finding.adopt { members.append(.init("adopt", json(repair))) }
        if let advice = finding.advice { members.append(.init("advice", .string(advice))) }
        members.append(.init("places", .array(finding.places.map { .string($0) })))
        if let known = finding.known { members.append(.init("known", json(known))) }
        return .object(members)
    }

    private static func json(_ subject: Subject) -> JSON {
        var members: [JSON.Member] = [
            .init("kind", .string(subject.kind)), .init("name", .string(subject.name)),
        ]
        if let schema = subject.schema { members.append(.init("schema", .string(schema))) }
        if let id = subject.object { members.append(.init("path", .array(id.path.map { .string($0) }))) }
        if let file = subject.file { members.append(.init("file", .string(file))) }
        return .object(members)
    }

    private static func json(_ difference: Difference) -> JSON {
        .object([
            .init("attribute", .string(difference.attribute)), .init("declared", .string(difference.from)),
            .init("live", .string(difference.to)),
        ])
    }

    private static func json(_ place: FileLocation) -> JSON {
        .object([
            .init("file", .string(place.file)), .init("line", .integer(Int64(place.line ?? 1))),
            .init("column", .integer(Int64(place.column ?? 1))),
        ])
    }

    private static func json(_ repair: Repair) -> JSON {
        let hazards = repair.hazards.map {
            JSON.object([.init("kind", .string($0.kind.rawValue)), .init("message", .string($0.message))])
        }
        return .object([
            .init("sql", .string(repair.sql)), .init("hazards", .array(hazards)),
            .init("together", .array(repair.together.map { .string($0) })),
        ])
    }

    private static func json(_ known: KnownFinding) -> JSON {
        var members: [JSON.Member] = [.init("reason", .string(known.reason))]
        if let day = known.expires { members.append(.init("expires", .string(day.description))) }
        members.append(.init("expired", .bool(known.isExpired)))
        return .object(members)
    }
}
