import AutogenDiff
import AutogenSchema

/// `CREATE RULE`, `CREATE OR REPLACE RULE`, `DROP RULE`.
enum RewriteRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Rule, with parts: [SchemaObject], in context: ObjectPlan) -> [Statement]
    {
        let enabling = body.enabled == .origin ? [] : [Enabling.statement(body.enabled, "RULE", id)]
        return [Statement("CREATE \(rule(id, body))")] + enabling
    }

    private static func rule(_ id: ObjectID, _ body: Rule) -> SQL {
        // The server writes a semicolon at the end.
        var clause = body.clause.value
        if clause.last == ";" { clause.removeLast() }
        return "RULE \(name: id.name) AS\(raw: DeparsedExpression.source(of: clause))"
    }

    static func drop(_ id: ObjectID, _ body: Rule, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP RULE \(name: id.name) ON \(name: id.relationPath)")]
    }

    static func strategy(for change: Alteration, from: Rule, to: Rule, in context: ObjectPlan) -> AlterStrategy {
        change.differences.isEmpty ? .recreate : .alter
    }

    static func alter(_ change: Alteration, from: Rule, to: Rule, in context: ObjectPlan) -> [Statement] {
        var statements: [Statement] = []
        if from.definition != to.definition {
            statements.append(Statement("CREATE OR REPLACE \(rule(change.id, to))"))
        }
        if from.enabled != to.enabled { statements.append(Enabling.statement(to.enabled, "RULE", change.id)) }
        return statements
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.part(id) }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }
}
