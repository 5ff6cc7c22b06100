import AutogenDiff
import AutogenSchema

/// `CREATE TRIGGER`, `CREATE OR REPLACE TRIGGER`, `DROP TRIGGER`, `ENABLE` and `DISABLE`.
enum TriggerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Trigger, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        let enabling = body.enabled == .origin ? [] : [Enabling.statement(body.enabled, "TRIGGER", id)]
        return [Statement("\(raw: body.definition)")] + enabling
    }

    static func drop(_ id: ObjectID, _ body: Trigger, in context: PlanContext) -> [Statement] {
        [Statement("DROP TRIGGER \(name: id.name) ON \(name: id.relationPath)")]
    }

    /// A constraint trigger can't be replaced.
    static func reaction(_ change: Alteration, from: Trigger, to: Trigger, in context: PlanContext) -> Reaction {
        let replaceable =
            from.definition == to.definition
            || (from.definition.hasPrefix("CREATE TRIGGER ") && to.definition.hasPrefix("CREATE TRIGGER "))
        return replaceable && !change.differences.isEmpty ? .alter : .rebuild
    }

    static func alter(_ change: Alteration, from: Trigger, to: Trigger, in context: PlanContext) -> [Statement] {
        var statements: [Statement] = []
        var enabled = from.enabled
        if from.definition != to.definition {
            statements.append(Statement("CREATE OR REPLACE \(raw: String(to.definition.dropFirst("CREATE ".count)))"))
            // A trigger that is replaced fires as a new one does.
            enabled = .origin
        }
        if enabled != to.enabled { statements.append(Enabling.statement(to.enabled, "TRIGGER", change.id)) }
        return statements
    }
}
