public import AutogenDiff
public import AutogenSchema

/// Turns the differences between two catalogs into statements in an order in which they run.
///
/// ```swift
/// let plan = try Planner(rules: PostgresRules()).plan(from: live, to: declared)
/// for statement in plan.statements { print("\(statement.sql);") }
/// ```
///
/// A plan comes about in phases, each a value that the next one takes: ``Differences`` between the two catalogs,
/// ``Renamed``, what has only another name; ``Impact``, what happens to each object; ``StepGraph``, the steps and which
/// must come before which; their one order, in which ``StatementFolding`` gathers parts into the statement of their whole; and
/// the statements.
package struct Planner: Sendable {
    let rules: any DDLRules

    package init(rules: any DDLRules) { self.rules = rules }

    /// - Parameter decisions: what rows get where the schemas don't tell; what nobody decided fails on rows.
    package func plan(
        from: Catalog, to: Catalog, decisions: Decisions = Decisions()
    ) throws(PlanError) -> Plan {
        let differences = Differences(from: from, to: to)
        guard !differences.changes.isEmpty else { return Plan(changes: [], statements: []) }
        let renamed = rules.renamed(differences)
        let impact = Impact(renamed, to: differences.to, decisions: decisions, rules: rules)
        let statements = renamed.statements + (try steps(in: impact).flatMap(\.statements))
        return Plan(
            changes: differences.changes,
            statements: rules.enveloped(Statement.joined(statements), in: impact.objects))
    }

    /// The statements that make a schema in an empty database, in the groups that `group` names by one of their objects.
    ///
    /// - Parameter start: the empty database, without what the schema's owner leaves alone.
    ///
    /// Groups stand in the order of their first statements, the statements of each in an order in which they run.
    package func creation(
        of catalog: Catalog, from start: Catalog, groupedBy group: (ObjectID) -> ObjectID
    ) throws(PlanError) -> [(group: ObjectID, statements: [Statement])] {
        let changes = Comparison.changes(from: start, to: catalog)
        let impact = Impact(Renamed(start, changes), to: catalog, decisions: Decisions(), rules: rules)
        var places: [ObjectID: Int] = [:]
        var groups: [(group: ObjectID, statements: [Statement])] = []
        for (id, statements) in try steps(in: impact) where !statements.isEmpty {
            let name = group(id)
            if let place = places[name] {
                groups[place].statements += statements
            } else {
                places[name] = groups.count
                groups.append((name, statements))
            }
        }
        return groups.map { ($0.group, Statement.joined($0.statements)) }
    }

    /// The statements of each step that has some, in order.
    private func steps(in impact: Impact) throws(PlanError) -> [(id: ObjectID, statements: [Statement])] {
        let graph = StepGraph(impact, rules: rules)
        let order = try graph.sorted()
        let folding = StatementFolding(graph: graph, order: order, impact, rules: rules)
        var pending = PendingReplacements(impact)
        var hasPlace = false
        var isLosing = false
        return order.compactMap { node in
            let step = graph.steps[node]
            pending.take(step)
            guard !folding.isFolded(node) else { return nil }
            let parts = folding.parts(of: node)
            var statements = rules.statements(for: step, with: parts, in: impact)
            for index in statements.indices {
                // What follows the first, such as privileges, is about what that has made or dropped.
                statements[index].effects =
                    index == 0 ? .init(of: step, with: parts) : .init(altered: [step.id])
            }
            if !statements.isEmpty, !isLosing, graph.late.contains(node) {
                isLosing = true
                statements[0].followsData = hasPlace
            }
            if case .create(let object) = step, object.kind == .table || object.kind == .column { hasPlace = true }
            if pending.isEmpty, let last = statements.indices.last { statements[last].mayCommitAfter = true }
            return (step.id, statements)
        }
    }
}

/// The differences between two catalogs and the statements that take one to the other.
public struct Plan: Sendable, Hashable {
    /// What gets another name first.
    public var renames: [Rename] = []
    /// The differences that are left then, in the order of identities.
    public let changes: [Change]
    /// What to run, in this order.
    public let statements: [Statement]

    /// Whether the two catalogs are the same.
    public var isEmpty: Bool { changes.isEmpty && renames.isEmpty }
    /// Those of all statements, in their order.
    public var hazards: [Hazard] { statements.flatMap(\.hazards) }
}

/// Why no order was found.
public struct PlanError: ExplainedError, Sendable, Hashable {
    /// Objects that wait for each other.
    public let cycle: [ObjectID]

    /// Always `database`.
    public var category: ErrorCategory { .database }
    /// The circle, object by object.
    public var explanation: Explanation { Explanation(text) }

    private var text: String {
        "these objects wait for each other, so no order of statements exists: "
            + cycle.map(\.description).joined(separator: " -> ")
    }
}
