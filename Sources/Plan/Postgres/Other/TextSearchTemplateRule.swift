import AutogenDiff
import AutogenSchema

/// `CREATE TEXT SEARCH TEMPLATE`, `DROP TEXT SEARCH TEMPLATE`; a changed one is made anew.
enum TextSearchTemplateRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: TextSearchTemplate, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        let functions = body.functions.map { SQL(raw: $0) }
        return [Statement("CREATE TEXT SEARCH TEMPLATE \(name: id.path) (\(functions, separator: ", "))")]
    }

    static func drop(_ id: ObjectID, _ body: TextSearchTemplate, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TEXT SEARCH TEMPLATE \(name: id.path)")]
    }
}
