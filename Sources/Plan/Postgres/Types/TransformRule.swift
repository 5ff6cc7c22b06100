import AutogenDiff
import AutogenSchema

/// `CREATE TRANSFORM`, `DROP TRANSFORM`.
enum TransformRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Transform, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [statement("CREATE", id, body, context)]
    }

    static func drop(_ id: ObjectID, _ body: Transform, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP \(ObjectReference.object(id, in: context.from))")]
    }

    private static func statement(_ verb: SQL, _ id: ObjectID, _ body: Transform, _ context: ObjectPlan) -> Statement {
        var functions: [SQL] = []
        if let function = body.fromSQL { functions.append("FROM SQL WITH FUNCTION \(raw: function)") }
        if let function = body.toSQL { functions.append("TO SQL WITH FUNCTION \(raw: function)") }
        return Statement("\(verb) \(ObjectReference.object(id, in: context.to)) (\(functions, separator: ", "))")
    }

    static func reaction(
        _ change: Alteration, from: Transform, to: Transform, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .rebuild : .alter
    }

    static func alter(
        _ change: Alteration, from: Transform, to: Transform, in context: ObjectPlan
    ) -> [Statement] {
        [statement("CREATE OR REPLACE", change.id, to, context)]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "FOR \(raw: id.path.first ?? "") LANGUAGE \(name: id.name)"
    }
}
