public import AutogenDiff
public import AutogenSchema

/// Turns the differences between two catalogs into statements in an order in which they run.
///
/// ```swift
/// let plan = try Planner(rules: PostgresRules()).plan(from: live, to: declared)
/// for statement in plan.statements { print("\(statement.sql);") }
/// ```
///
/// The way of a change: ``Comparison`` finds it, the rules rename what has only another name
/// (``DDLRules/renamed(_:toward:)``) and regroup the rest (``DDLRules/prepare(_:from:to:)``), ``Impact``
/// adds what must make way for it, ``StepGraph`` orders the steps by the dependencies of both catalogs, ``Folding``
/// gathers parts into the statement of their whole, and the rules write each statement.
public struct Planner: Sendable {
    let rules: any DDLRules

    public init(rules: any DDLRules) { self.rules = rules }

    public func plan(from: Catalog, to: Catalog) throws(PlanError) -> Plan {
        let changes = Comparison.changes(from: from, to: to)
        guard !changes.isEmpty else { return Plan(changes: [], statements: []) }
        let renamed = rules.renamed(from, toward: to)
        let start = renamed.catalog
        let rest = renamed.statements.isEmpty ? changes : Comparison.changes(from: start, to: to)
        var context = PlanContext(from: start, to: to)
        context.successors = renamed.successors
        Impact.decide(rules.prepare(rest, from: start, to: to), rules: rules, in: &context)
        let graph = StepGraph(context: context, rules: rules)
        let order = try graph.sorted()
        let folding = Folding(graph: graph, order: order, context: context, rules: rules)
        var statements = renamed.statements
        for node in order where !folding.isFolded(node) {
            statements += rules.statements(for: graph.steps[node], with: folding.parts(of: node), in: context)
        }
        return Plan(changes: changes, statements: rules.framed(Statement.joined(statements), in: context))
    }
}

/// The differences between two catalogs and the statements that take one to the other.
public struct Plan: Sendable, Hashable {
    public let changes: [Change]
    public let statements: [Statement]

    public var isEmpty: Bool { changes.isEmpty }
    public var hazards: [Hazard] { statements.flatMap(\.hazards) }
}

/// Why no order was found.
public struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Objects that wait for each other.
    public let cycle: [ObjectID]

    public var description: String {
        "these objects wait for each other, so no order of statements exists: "
            + cycle.map(\.description).joined(separator: " -> ")
    }
}
