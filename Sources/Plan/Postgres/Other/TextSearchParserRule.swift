import AutogenDiff
import AutogenSchema

/// `CREATE TEXT SEARCH PARSER`, `DROP TEXT SEARCH PARSER`; a changed one is made anew.
enum TextSearchParserRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: TextSearchParser, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        let functions = body.functions.map { SQL(raw: $0) }
        return [Statement("CREATE TEXT SEARCH PARSER \(name: id.path) (\(functions, separator: ", "))")]
    }

    static func drop(_ id: ObjectID, _ body: TextSearchParser, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TEXT SEARCH PARSER \(name: id.path)")]
    }
}
