/// What was found in some scripts.
public struct LintReport: Sendable, Hashable {
    /// The files that were looked at, in the order of the history.
    public let scripts: [String]
    /// By file and line.
    public let findings: [LintFinding]

    package init(scripts: [String], findings: [LintFinding]) {
        self.scripts = scripts
        let places = Dictionary(scripts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.findings = findings.sorted { left, right in
            let (one, other) = (places[left.file] ?? scripts.count, places[right.file] ?? scripts.count)
            return (one, left.line, left.column, left.code) < (other, right.line, right.column, right.code)
        }
    }

    /// How many of the findings have this severity.
    public func count(_ severity: LintSeverity) -> Int { findings.count { $0.severity == severity } }
}
