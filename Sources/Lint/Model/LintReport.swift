/// What was found in some scripts.
public struct LintReport: Sendable, Hashable {
    /// The files that were looked at, in the order of the history.
    public let scripts: [String]
    /// Those that come behind one that was refused, and so were not.
    public let notRun: [String]
    /// By file and line.
    public let findings: [LintFinding]

    package init(scripts: [String], notRun: [String] = [], findings: [LintFinding]) {
        self.scripts = scripts
        self.notRun = notRun
        let places = Dictionary(
            (scripts + notRun).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.findings = findings.sorted { left, right in
            let (one, other) = (places[left.file] ?? places.count, places[right.file] ?? places.count)
            return (one, left.line, left.column, left.code) < (other, right.line, right.column, right.code)
        }
    }

    /// How many of the findings have this severity.
    public func count(_ severity: LintSeverity) -> Int { findings.count { $0.severity == severity } }
}
