import AutogenLint
import AutogenSchema

/// Sentences that several formats share.
enum LintWords {
    /// `2 errors, 1 note`
    static func counts(_ report: LintReport) -> String {
        let parts = LintSeverity.allCases.reversed().compactMap { severity -> String? in
            let count = report.count(severity)
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "nothing found" : parts.joined(separator: ", ")
    }

    static func scripts(_ report: LintReport) -> String {
        let looked = "\(report.scripts.count) script\(report.scripts.count == 1 ? "" : "s")"
        return report.notRun.isEmpty ? looked : "\(looked) (\(report.notRun.count) behind a refused one not run)"
    }

    /// The same for the same finding wherever in the script it stands.
    static func fingerprint(_ finding: LintFinding) -> String {
        String(
            SHA256.hexadecimal("\(finding.code)\n\(finding.file)\n\(finding.message)\n\(finding.excerpt)").prefix(28))
    }
}

extension LintFinding {
    var place: FileLocation { FileLocation(file, line: line, column: column) }
}
