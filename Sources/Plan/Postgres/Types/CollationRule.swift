import AutogenSchema

/// `CREATE COLLATION`, `DROP COLLATION`; a changed one is made anew.
enum CollationRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Collation, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var options: [SQL] = ["provider = \(raw: body.provider)"]
        if let locale = body.locale { options.append("locale = \(literal: locale)") }
        if let collate = body.collate { options.append("lc_collate = \(literal: collate)") }
        if let ctype = body.ctype { options.append("lc_ctype = \(literal: ctype)") }
        if body.nondeterministic { options.append("deterministic = false") }
        if let rules = body.rules { options.append("rules = \(literal: rules)") }
        return [Statement("CREATE COLLATION \(name: id.path) (\(options, separator: ", "))")]
    }

    static func drop(_ id: ObjectID, _ body: Collation, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP COLLATION \(name: id.path)")]
    }
}
