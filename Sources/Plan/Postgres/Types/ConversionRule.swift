import AutogenDiff
import AutogenSchema

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
