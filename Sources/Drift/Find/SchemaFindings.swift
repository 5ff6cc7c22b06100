import AutogenDiff
package import AutogenPlan
package import AutogenSchema

/// Compares a live database with the schema it should have.
///
/// ```swift
/// let drift = SchemaFindings(live: live, expected: snapshot, rules: PostgresRules())
/// for finding in drift.findings() { print(finding.title) }
/// ```
package struct SchemaFindings: Sendable {
    private let live: Catalog
    private let expected: Catalog
    private let rules: any DDLRules

    package init(live: Catalog, expected: Catalog, rules: any DDLRules) {
        self.live = live
        self.expected = expected
        self.rules = rules
    }

    /// One for each object that is too much, too few or not as it should be; its parts go with it.
    package func findings() -> [Finding] {
        let groups = ChangeGroups(from: live, to: expected).groups
        guard !groups.isEmpty else { return [] }
        let neighbourhood = Neighbourhood(live, expected)
        let restoring = RepairPlanner(from: live, to: expected, neighbourhood: neighbourhood, rules: rules)
        let adopting = RepairPlanner(from: expected, to: live, neighbourhood: neighbourhood, rules: rules)
        let declaredText = DefinitionText(catalog: expected, rules: rules)
        let liveText = DefinitionText(catalog: live, rules: rules)
        return groups.map { group in
            let parts = group.changes.map(\.id).filter { $0 != group.root }
            var finding = Self.finding(group)
            finding.parts = parts
            finding.wholes = [expected, live].wholes(of: group.root)
            finding.declared = declaredText.text(of: group.root, with: parts)
            finding.live = liveText.text(of: group.root, with: parts)
            finding.restore = restoring.repair(of: group.root)
            finding.adopt = adopting.repair(of: group.root)
            if finding.adopt == nil { finding.advice = Self.advice(finding.kind) }
            return finding
        }
    }

    /// The number of findings.
    package var count: Int { ChangeGroups(from: live, to: expected).groups.count }

    /// The scripts that repair everything at once, in both directions.
    package func wholeRepairs() -> (restore: Repair?, adopt: Repair?) {
        let neighbourhood = Neighbourhood(live, expected)
        return (
            RepairPlanner(from: live, to: expected, neighbourhood: neighbourhood, rules: rules).whole(),
            RepairPlanner(from: expected, to: live, neighbourhood: neighbourhood, rules: rules).whole()
        )
    }

    /// The changes of the declared schema that no revision brings.
    package static func withoutRevision(head: Catalog, declared: Catalog) -> [Finding] {
        ChangeGroups(from: head, to: declared).groups.map { group in
            let message =
                switch group.changes.first(where: { $0.id == group.root }) {
                case .create, nil: "is declared, and no revision creates it"
                case .drop: "is no longer declared, and no revision drops it"
                case .alter(let alteration): "no revision brings \(text(of: alteration.differences))"
                }
            var finding = Finding(.withoutRevision, .object(group.root), .warning, message)
            finding.advice = "autogen revision -m MESSAGE writes the revision"
            return finding
        }
    }

    private static func finding(_ group: ChangeGroup) -> Finding {
        let subject = Subject.object(group.root)
        let kind = group.root.kind
        switch group.changes.first(where: { $0.id == group.root }) {
        case .create, nil:
            return Finding(.missing, subject, SeverityRule.severity(of: .missing, kind), "is missing")
        case .drop(let object):
            if case .index(let index) = object.definition, index.invalid {
                return Finding(
                    .invalidIndex, subject, .warning, "is invalid, left behind by a build that failed; not declared")
            }
            return Finding(.unexpected, subject, SeverityRule.severity(of: .unexpected, kind), "is not declared")
        case .alter(let alteration):
            let special = SpecialChange.kind(of: alteration)
            let severity = SeverityRule.severity(of: special ?? .changed, kind)
            // The changes go from live to declared; a reader wants to know what became of the declaration.
            let differences = alteration.differences.map {
                Difference(attribute: $0.attribute, from: $0.to, to: $0.from)
            }
            var finding = Finding(special ?? .changed, subject, severity, text(of: differences))
            finding.differences = differences
            return finding
        }
    }

    private static func text(of differences: [Difference]) -> String {
        differences.map { difference in
            let from = OneLine.text(difference.from)
            let to = OneLine.text(difference.to)
            guard from.count + to.count <= 120 else { return "\(difference.attribute) changed" }
            return "\(difference.attribute) \(from) -> \(to)"
        }.joined(separator: ", ")
    }

    private static func advice(_ kind: FindingKind) -> String? {
        switch kind {
        case .invalidIndex: "no statement makes an index invalid: it can only be dropped or built again"
        default: nil
        }
    }
}
