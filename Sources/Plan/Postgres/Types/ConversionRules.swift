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

    static func strategy(
        for change: Alteration, from: Transform, to: Transform, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .recreate : .alter
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

/// `CREATE CONVERSION`, `DROP CONVERSION`; a changed one is made anew.
enum ConversionRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Conversion, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [
            Statement(
                """
                CREATE \(raw: body.isDefault ? "DEFAULT " : "")CONVERSION \(name: id.path) \
                FOR \(literal: body.source) TO \(literal: body.destination) FROM \(raw: body.function)
                """)
        ]
    }

    static func drop(_ id: ObjectID, _ body: Conversion, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP CONVERSION \(name: id.path)")]
    }
}

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

    static let canBeRenamedTemporarily = true
    static func names(_ id: ObjectID, _ body: Body) -> [String] { ["collation " + id.path.exact] }
}
