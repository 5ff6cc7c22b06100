import AutogenDiff
import AutogenSchema

/// `CREATE OPERATOR CLASS` in the family that the catalog names, `DROP OPERATOR CLASS`.
enum OperatorClassRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: OperatorClass, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var members = body.members.map { SQL(raw: $0) }
        // A class has to be made of something.
        if body.storage != nil || members.isEmpty { members.append("STORAGE \(raw: body.storage ?? body.type)") }
        return [
            Statement(
                """
                CREATE OPERATOR CLASS \(name: Array(id.path.dropLast()))
                    \(raw: body.isDefault ? "DEFAULT " : "")FOR TYPE \(raw: body.type) USING \(name: id.name) \
                FAMILY \(raw: body.family) AS
                    \(members, separator: ",\n    ")
                """)
        ]
    }

    static func drop(_ id: ObjectID, _ body: OperatorClass, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP \(ObjectReference.object(id, in: context.from))")]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "\(name: Array(id.path.dropLast())) USING \(name: id.name)"
    }
}
