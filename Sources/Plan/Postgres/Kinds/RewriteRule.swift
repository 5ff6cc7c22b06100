import AutogenDiff
import AutogenSchema

/// `CREATE RULE`, `CREATE OR REPLACE RULE`, `DROP RULE`.
enum RewriteRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Rule, with parts: [SchemaObject], in context: PlanContext) -> [Statement]
    {
        let enabling = body.enabled == .origin ? [] : [Enabling.statement(body.enabled, "RULE", id)]
        return [Statement("\(raw: Respelling.source(of: text(body)))")] + enabling
    }

    private static func text(_ body: Rule) -> String {
        body.definition.hasSuffix(";") ? String(body.definition.dropLast()) : body.definition
    }

    static func drop(_ id: ObjectID, _ body: Rule, in context: PlanContext) -> [Statement] {
        [Statement("DROP RULE \(name: id.name) ON \(name: id.relationPath)")]
    }

    static func reaction(_ change: Alteration, from: Rule, to: Rule, in context: PlanContext) -> Reaction {
        change.differences.isEmpty ? .rebuild : .alter
    }

    static func alter(_ change: Alteration, from: Rule, to: Rule, in context: PlanContext) -> [Statement] {
        var statements: [Statement] = []
        if from.definition != to.definition {
            statements.append(
                Statement(
                    "CREATE OR REPLACE \(raw: Respelling.source(of: String(text(to).dropFirst("CREATE ".count))))"))
        }
        if from.enabled != to.enabled { statements.append(Enabling.statement(to.enabled, "RULE", change.id)) }
        return statements
    }
}
