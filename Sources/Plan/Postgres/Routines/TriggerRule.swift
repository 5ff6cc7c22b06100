import AutogenDiff
import AutogenSchema

/// `CREATE TRIGGER`, `CREATE OR REPLACE TRIGGER`, `DROP TRIGGER`, `ENABLE` and `DISABLE`.
enum TriggerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Trigger, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        if body.ofParent { return [Enabling.statement(body.enabled, "TRIGGER", id)] }
        let enabling = body.enabled == .origin ? [] : [Enabling.statement(body.enabled, "TRIGGER", id)]
        let word: SQL = body.isConstraint.value ? "CREATE CONSTRAINT TRIGGER" : "CREATE TRIGGER"
        return [Statement("\(word) \(name: id.name) \(raw: DeparsedExpression.source(of: body.clause.value))")]
            + enabling
    }

    static func drop(_ id: ObjectID, _ body: Trigger, in context: ObjectPlan) -> [Statement] {
        if body.ofParent {
            let whole = context.from.needs(of: id).first { $0.kind == .trigger }
            let enabled = whole.flatMap { context.to.body($0, as: Trigger.self)?.enabled } ?? .origin
            return [Enabling.statement(enabled, "TRIGGER", id)]
        }
        return [Statement("DROP TRIGGER \(name: id.name) ON \(name: id.relationPath)")]
    }

    /// A constraint trigger can't be replaced.
    static func strategy(for change: Alteration, from: Trigger, to: Trigger, in context: ObjectPlan) -> AlterStrategy {
        if from.ofParent != to.ofParent { return .recreate }
        let replaceable =
            from.definition == to.definition
            || !from.isConstraint.value && !to.isConstraint.value
        guard replaceable, !change.differences.isEmpty else { return .recreate }
        // What is said of the trigger of a partitioned table goes for its partitions as well.
        return .alter(disturbing: (context.dependents[change.id] ?? []).filter { $0.kind == .trigger })
    }

    static func alter(_ change: Alteration, from: Trigger, to: Trigger, in context: ObjectPlan) -> [Statement] {
        var statements: [Statement] = []
        var enabled = from.enabled
        if from.definition != to.definition {
            statements.append(
                Statement(
                    "CREATE OR REPLACE TRIGGER \(name: change.id.name) \(raw: DeparsedExpression.source(of: to.clause.value))"
                ))
            // A trigger that is replaced fires as a new one does.
            enabled = .origin
        }
        if enabled != to.enabled { statements.append(Enabling.statement(to.enabled, "TRIGGER", change.id)) }
        return statements
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.part(id) }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }

    static func predecessors(_ id: ObjectID, _ body: Trigger, in context: ObjectPlan) -> [ObjectID] {
        body.ofParent ? PartitionOrdering.attachments(above: id.relationPath, context) : []
    }
}

/// `CREATE EVENT TRIGGER`, `ALTER EVENT TRIGGER`, `DROP EVENT TRIGGER`.
enum EventTriggerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: EventTrigger, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var sql: SQL = "CREATE EVENT TRIGGER \(name: id.path) ON \(raw: body.event)"
        if !body.tags.isEmpty { sql += " WHEN TAG IN (\(literals: body.tags))" }
        sql += " EXECUTE FUNCTION \(raw: body.function)()"
        return [Statement(sql)] + (body.enabled == .origin ? [] : [enabling(id, body)])
    }

    private static func enabling(_ id: ObjectID, _ body: EventTrigger) -> Statement {
        Statement("ALTER EVENT TRIGGER \(name: id.path) \(Enabling.words(body.enabled))")
    }

    static func drop(_ id: ObjectID, _ body: EventTrigger, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP EVENT TRIGGER \(name: id.path)")]
    }

    static func strategy(for change: Alteration, from: EventTrigger, to: EventTrigger, in context: ObjectPlan)
        -> AlterStrategy
    {
        change.isOnly(["enabled"]) && !change.differences.isEmpty ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: EventTrigger, to: EventTrigger, in context: ObjectPlan)
        -> [Statement]
    {
        [enabling(change.id, to)]
    }
}

/// `ENABLE`, `DISABLE`, `ENABLE REPLICA`, `ENABLE ALWAYS` of triggers and rules.
enum Enabling {
    static func words(_ firing: Firing) -> SQL {
        switch firing {
        case .origin: "ENABLE"
        case .replica: "ENABLE REPLICA"
        case .always: "ENABLE ALWAYS"
        case .disabled: "DISABLE"
        }
    }

    static func statement(_ firing: Firing, _ kind: SQL, _ id: ObjectID) -> Statement {
        Statement(head: "ALTER TABLE \(name: id.relationPath)", "\(words(firing)) \(kind) \(name: id.name)")
    }
}
