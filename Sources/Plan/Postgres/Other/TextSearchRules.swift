import AutogenDiff
import AutogenSchema
import AutogenSQLText

/// `CREATE TEXT SEARCH CONFIGURATION` with its mappings, `ALTER TEXT SEARCH CONFIGURATION`, `DROP`.
enum TextSearchConfigurationRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: TextSearchConfiguration, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE TEXT SEARCH CONFIGURATION \(name: id.path) (PARSER = \(raw: body.parser))")]
            + body.mappings.map { mapping("ADD", id, $0) }
    }

    static func drop(_ id: ObjectID, _ body: TextSearchConfiguration, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TEXT SEARCH CONFIGURATION \(name: id.path)")]
    }

    /// `ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH simple`.
    private static func mapping(_ verb: SQL, _ id: ObjectID, _ mapping: String) -> Statement {
        Statement(
            """
            ALTER TEXT SEARCH CONFIGURATION \(name: id.path) \(verb) MAPPING FOR \(raw: Options.name(mapping)) \
            WITH \(raw: Options.value(mapping))
            """)
    }

    static func strategy(
        for change: Alteration, from: TextSearchConfiguration, to: TextSearchConfiguration, in context: ObjectPlan
    ) -> AlterStrategy {
        change.isOnly(["mappings"]) && !change.differences.isEmpty ? .alter : .recreate
    }

    static func alter(
        _ change: Alteration, from: TextSearchConfiguration, to: TextSearchConfiguration, in context: ObjectPlan
    ) -> [Statement] {
        let old = Set(from.mappings.map(Options.name))
        let new = Set(to.mappings.map(Options.name))
        let gone = from.mappings.map(Options.name).filter { !new.contains($0) }
        return gone.map {
            Statement("ALTER TEXT SEARCH CONFIGURATION \(name: change.id.path) DROP MAPPING FOR \(raw: $0)")
        }
            + to.mappings.filter { !from.mappings.contains($0) }.map {
                mapping(old.contains(Options.name($0)) ? "ALTER" : "ADD", change.id, $0)
            }
    }
}

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

    static func strategy(
        for change: Alteration, from: TextSearchDictionary, to: TextSearchDictionary, in context: ObjectPlan
    ) -> AlterStrategy {
        change.isOnly(["options"]) && !change.differences.isEmpty ? .alter : .recreate
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
