import AutogenDiff
import AutogenSchema

/// `CREATE CAST`, `DROP CAST`; a changed one is made anew.
enum CastRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Cast, with parts: [SchemaObject], in context: PlanContext
    ) -> [Statement] {
        var sql: SQL = "CREATE \(Named.object(id, in: context.to)) \(raw: body.method)"
        if let context = body.context { sql += " \(raw: context)" }
        return [Statement(sql)]
    }

    static func drop(_ id: ObjectID, _ body: Cast, in context: PlanContext) -> [Statement] {
        [Statement("DROP \(Named.object(id, in: context.from))")]
    }
}
