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
    /// Which tables nobody is to wait for.
    let online: OnlineTables

    package init(rules: any DDLRules, online: OnlineTables = .none) {
        self.rules = rules
        self.online = online
    }

    /// - Parameter decisions: what rows get where the schemas don't tell; what nobody decided fails on rows.
    package func plan(
        from: Catalog, to: Catalog, decisions: Decisions = Decisions()
    ) throws(PlanError) -> Plan {
        let differences = Differences(from: from, to: to)
        guard !differences.changes.isEmpty else { return Plan(changes: [], statements: []) }
        let renamed = rules.renamed(differences)
        // Rows that get other values each get them in batches.
        let decided = online == .none ? decisions : decisions.byRow(where: rules.varies)
        let impact = Impact(renamed, to: differences.to, decisions: decided, rules: rules)
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
        var sequence = StepStatements(graph, folding, online: online, rules)
        return sequence.statements(of: order)
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
