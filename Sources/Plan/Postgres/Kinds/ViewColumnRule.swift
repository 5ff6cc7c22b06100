import AutogenDiff
import AutogenSchema

/// `ALTER VIEW ... ALTER COLUMN ... SET DEFAULT`.
enum ViewColumnRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: ViewColumn, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        set(id, body.defaultExpression)
    }

    static func drop(_ id: ObjectID, _ body: ViewColumn, in context: PlanContext) -> [Statement] {
        body.defaultExpression == nil
            ? [] : [Statement("ALTER VIEW \(name: id.relationPath) ALTER COLUMN \(name: id.name) DROP DEFAULT")]
    }

    static func reaction(_ change: Alteration, from: ViewColumn, to: ViewColumn, in context: PlanContext) -> Reaction {
        .alter
    }

    static func alter(_ change: Alteration, from: ViewColumn, to: ViewColumn, in context: PlanContext) -> [Statement] {
        to.defaultExpression == nil ? drop(change.id, from, in: context) : set(change.id, to.defaultExpression)
    }

    private static func set(_ id: ObjectID, _ expression: String?) -> [Statement] {
        guard let expression else { return [] }
        return [
            Statement(
                "ALTER VIEW \(name: id.relationPath) ALTER COLUMN \(name: id.name) SET DEFAULT \(raw: expression)")
        ]
    }
}
