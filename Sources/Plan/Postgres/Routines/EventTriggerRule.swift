import AutogenDiff
import AutogenSchema

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

    static func reaction(_ change: Alteration, from: EventTrigger, to: EventTrigger, in context: ObjectPlan)
        -> AlterStrategy
    {
        change.isOnly(["enabled"]) && !change.differences.isEmpty ? .alter : .rebuild
    }

    static func alter(_ change: Alteration, from: EventTrigger, to: EventTrigger, in context: ObjectPlan)
        -> [Statement]
    {
        [enabling(change.id, to)]
    }
}
