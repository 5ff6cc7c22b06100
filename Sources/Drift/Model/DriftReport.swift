package import AutogenSchema

/// What was found in one database or in a whole fleet.
///
/// A report of several databases has each finding once, with the ``Finding/places`` that have it.
public struct DriftReport: Sendable, Hashable {
    /// The databases it is about, in the order in which they were given.
    public var databases: [DatabaseSummary]
    /// The worst first, then by kind and name.
    public private(set) var findings: [Finding]
    /// What changed and what is around it.
    package var diagram: Diagram
    /// What the compared schemas are called.
    package var sides = ReportSides.drift

    package init(databases: [DatabaseSummary], findings: [Finding], diagram: Diagram = Diagram()) {
        self.databases = databases
        self.findings = findings.sorted(by: Self.precedes)
        self.diagram = diagram
    }

    /// Whether it is about more than one database.
    public var isFleet: Bool { databases.count > 1 }
    /// Findings that no baseline lets pass.
    public var news: [Finding] { findings.filter(\.isNew) }

    /// How many of the new findings have this severity.
    public func count(_ severity: Severity) -> Int { news.count { $0.severity == severity } }

    /// The report with what a baseline knows marked as such.
    public func marked(by baseline: Baseline, on today: Day) -> DriftReport {
        var copy = self
        copy.findings = findings.map { baseline.marked($0, on: today) }
        return copy
    }

    /// The report with the places where the declared files have the objects of its findings, or what these belong to.
    package func located(by place: (ObjectID) -> FileLocation?) -> DriftReport {
        var copy = self
        copy.findings = findings.map { finding in
            var finding = finding
            let objects = finding.objects.prefix(1) + finding.wholes
            finding.declaredAt = objects.lazy.compactMap(place).first
            return finding
        }
        return copy
    }

    /// Whether a finding is about an object.
    package var hasObjects: Bool { findings.contains { $0.subject.object != nil } }

    private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.subject.name != right.subject.name { return left.subject.name < right.subject.name }
        return left.kind.rawValue < right.kind.rawValue
    }
}
