import AutogenSchema

/// The report for code scanning.
package enum SARIFReport {
    package static func text(of report: DriftReport) -> String {
        SARIFLog(
            rules: FindingKind.allCases.map { SARIFLog.Rule(id: $0.rawValue, summary: $0.explanation) },
            results: report.findings.map { result($0, report) }
        ).text
    }

    private static func result(_ finding: Finding, _ report: DriftReport) -> SARIFLog.Result {
        let rest = [ReportWords.places(of: finding, in: report), finding.advice].compactMap(\.self)
        var result = SARIFLog.Result(
            rule: FindingKind.allCases.firstIndex(of: finding.kind) ?? -1, level: level(finding.severity),
            message: ([finding.title] + rest).joined(separator: "\n"), place: ReportPlace.of(finding))
        result.object = (finding.subject.name, finding.subject.kind)
        result.fingerprints = [("finding/v1", finding.id), ("content/v1", finding.fingerprint)]
        if let known = finding.known, !known.isExpired { result.suppression = known.reason }
        return result
    }

    private static func level(_ severity: Severity) -> SARIFLog.Level {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .info: .note
        }
    }
}
