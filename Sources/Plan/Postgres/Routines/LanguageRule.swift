import AutogenDiff
import AutogenSchema

/// `CREATE LANGUAGE`, `DROP LANGUAGE`; a changed one is made anew.
enum LanguageRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Language, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL =
            "CREATE \(raw: body.trusted ? "TRUSTED " : "")LANGUAGE \(name: id.path) HANDLER \(raw: body.handler)"
        if let inline = body.inline { sql += " INLINE \(raw: inline)" }
        if let validator = body.validator { sql += " VALIDATOR \(raw: validator)" }
        return [Statement(sql)]
    }

    static func drop(_ id: ObjectID, _ body: Language, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP LANGUAGE \(name: id.path)")]
    }
}
