import AutogenRevisions
import AutogenSchema

/// Sentences that several formats share.
enum ReportWords {
    /// `2 errors, 1 warning`; `no drift` when there is nothing new.
    static func counts(_ report: DriftReport) -> String {
        if report.sides.isComparison {
            let count = report.findings.count
            return count == 0 ? "none" : "\(count) difference\(count == 1 ? "" : "s")"
        }
        let parts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.count(severity)
            guard count > 0 else { return nil }
            switch severity {
            case .error: return "\(count) error\(count == 1 ? "" : "s")"
            case .warning: return "\(count) warning\(count == 1 ? "" : "s")"
            case .info: return "\(count) remark\(count == 1 ? "" : "s")"
            }
        }
        let known = report.findings.count - report.news.count
        let tail = known > 0 ? ["\(known) known"] : []
        return parts.isEmpty && tail.isEmpty ? "no drift" : (parts + tail).joined(separator: ", ")
    }

    /// `PostgreSQL 15.18, at revision 3f2a9c81d0be; the project is at 90aa41c09be7`
    static func state(of database: DatabaseSummary, _ sides: ReportSides = .drift) -> String {
        if sides.isComparison { return database.dialect?.title ?? "" }
        var words: [String] = []
        if let dialect = database.dialect {
            words.append(database.version.map { "\(dialect.title) \($0)" } ?? dialect.title)
        }
        let at = list(database.revisions)
        words.append(at.isEmpty ? "at base" : "at revision \(at)")
        let heads = list(database.heads)
        let tail = heads == at || heads.isEmpty ? "" : "; the project is at \(heads)"
        return words.joined(separator: ", ") + tail
    }

    /// `differences: 3 to revision 3f2a9c81d0be, none to the declared schema`
    static func comparisons(of database: DatabaseSummary) -> String? {
        guard !database.comparisons.isEmpty else { return nil }
        return "differences: "
            + database.comparisons.map { "\($0.differences == 0 ? "none" : String($0.differences)) \($0.state)" }
            .joined(separator: ", ")
    }

    /// `in 7 of 500: tenant_003, tenant_017, ... and 4 more`
    static func places(of finding: Finding, in report: DriftReport, limit: Int = 5) -> String? {
        guard report.isFleet, !finding.places.isEmpty else { return nil }
        let shown = finding.places.prefix(limit).joined(separator: ", ")
        let more = finding.places.count - limit
        return "in \(finding.places.count) of \(report.databases.count): \(shown)\(more > 0 ? " and \(more) more" : "")"
    }

    /// What is said of a finding that the baseline knows.
    static func known(_ finding: Finding) -> String? {
        guard let known = finding.known else { return nil }
        let day = known.expires.map { known.isExpired ? ", expired \($0)" : ", until \($0)" } ?? ""
        return "known: \(known.reason)\(day)"
    }

    static func title(of report: DriftReport) -> String {
        report.isFleet ? "\(report.databases.count) databases" : report.databases.first?.name ?? "database"
    }

    private static func list(_ ids: [RevisionID]) -> String { ids.map(\.text).joined(separator: ", ") }
}
