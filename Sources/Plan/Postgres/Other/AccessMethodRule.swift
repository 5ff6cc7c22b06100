import AutogenDiff
import AutogenSchema

/// `CREATE ACCESS METHOD`, `DROP ACCESS METHOD`.
enum AccessMethodRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: AccessMethod, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE ACCESS METHOD \(name: id.path) TYPE \(raw: body.type) HANDLER \(raw: body.handler)")]
    }

    static func drop(_ id: ObjectID, _ body: AccessMethod, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP ACCESS METHOD \(name: id.path)")]
    }
}
