import AutogenDiff
package import AutogenPlan
package import AutogenSchema

extension DriftReport {
    /// The difference of two schemas in the forms that a report has; `names` are what they are called.
    package static func comparison(
        from: Catalog, to: Catalog, names: (from: String, to: String), rules: any DDLRules
    ) -> DriftReport {
        let comparison = SchemaFindings(live: to, expected: from, rules: rules)
        let findings = comparison.findings().map { finding in
            var copy = finding
            switch finding.kind {
            case .missing: copy.message = "is gone"
            case .unexpected: copy.message = "is new"
            case .invalidIndex where finding.declared == nil: copy.message = "is new, and invalid"
            case .changed, .renamed, .invalidIndex, .unvalidatedConstraint, .disabledTrigger, .pendingRevision,
                .openExpansion, .editedRevision,
                .unknownRevision, .severalHeads, .withoutRevision, .unreachable:
                break
            }
            return copy
        }
        var summary = DatabaseSummary(name: "\(names.from) and \(names.to)")
        summary.dialect = to.dialect
        if !findings.isEmpty { (summary.restore, summary.adopt) = comparison.wholeRepairs() }
        var report = DriftReport(
            databases: [summary], findings: findings, diagram: Diagram(of: findings, live: to, expected: from))
        report.sides = .comparison(from: names.from, to: names.to)
        return report
    }
}

/// What a live database is compared with, object by object.
public enum DriftReference: String, Sendable, Hashable, CaseIterable {
    /// The schema after the revision that the database claims to be at.
    case revision
    /// The schema after the latest revision.
    case head
    /// The schema that the project's files declare.
    case declared
}
