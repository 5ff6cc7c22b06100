import AutogenDiff
import AutogenSchema

/// `CREATE CAST`, `DROP CAST`; a changed one is made anew.
enum CastRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Cast, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "CREATE \(ObjectReference.object(id, in: context.to)) \(raw: body.method)"
        if let context = body.context { sql += " \(raw: context)" }
        return [Statement(sql)]
    }

    static func drop(_ id: ObjectID, _ body: Cast, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP \(ObjectReference.object(id, in: context.from))")]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "(\(raw: id.path.first ?? "") AS \(raw: id.name))"
    }
}
