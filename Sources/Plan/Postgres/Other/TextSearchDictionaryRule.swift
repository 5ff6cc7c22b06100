import AutogenDiff
import AutogenSQLText
import AutogenSchema

/// `CREATE TEXT SEARCH DICTIONARY`, `ALTER TEXT SEARCH DICTIONARY`, `DROP TEXT SEARCH DICTIONARY`.
enum TextSearchDictionaryRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: TextSearchDictionary, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        let options: SQL = body.options.isEmpty ? "" : ", \(raw: body.options)"
        return [
            Statement("CREATE TEXT SEARCH DICTIONARY \(name: id.path) (TEMPLATE = \(raw: body.template)\(options))")
        ]
    }

    static func drop(_ id: ObjectID, _ body: TextSearchDictionary, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TEXT SEARCH DICTIONARY \(name: id.path)")]
    }

    static func reaction(
        _ change: Alteration, from: TextSearchDictionary, to: TextSearchDictionary, in context: ObjectPlan
    ) -> AlterStrategy {
        change.isOnly(["options"]) && !change.differences.isEmpty ? .alter : .rebuild
    }

    /// An option that is named without a value is taken away.
    static func alter(
        _ change: Alteration, from: TextSearchDictionary, to: TextSearchDictionary, in context: ObjectPlan
    ) -> [Statement] {
        let old = options(from)
        let new = options(to)
        let kept = Set(new.map(name))
        let gone = old.map(name).filter { !kept.contains($0) }
        let clauses = (new.filter { !old.contains($0) } + gone).map { SQL(raw: $0) }
        return [Statement("ALTER TEXT SEARCH DICTIONARY \(name: change.id.path) (\(clauses, separator: ", "))")]
    }

    private static func options(_ body: TextSearchDictionary) -> [String] {
        body.options.isEmpty ? [] : Brackets.elements(in: body.options[...]).map(String.init)
    }

    private static func name(_ option: String) -> String { String(option.prefix { $0 != " " }) }
}
