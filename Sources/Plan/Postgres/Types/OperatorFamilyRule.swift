import AutogenDiff
import AutogenSchema
import AutogenSQLText

/// `CREATE OPERATOR FAMILY` with its own members, `ALTER OPERATOR FAMILY`, `DROP OPERATOR FAMILY`.
enum OperatorFamilyRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: OperatorFamily, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE \(ObjectReference.object(id, in: context.to))")] + adding(body.members, to: id, in: context)
    }

    static func drop(_ id: ObjectID, _ body: OperatorFamily, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP \(ObjectReference.object(id, in: context.from))")]
    }

    private static func adding(_ members: [String], to id: ObjectID, in context: ObjectPlan) -> [Statement] {
        guard !members.isEmpty else { return [] }
        let list = members.map { SQL(raw: $0) }
        return [
            Statement("ALTER \(ObjectReference.object(id, in: context.to)) ADD\n    \(list, separator: ",\n    ")")
        ]
    }

    /// A member as `DROP` names it, by its number and types: `OPERATOR 1 (integer, bigint)`.
    private static func place(_ member: String) -> SQL {
        var reader = SQLReader(member, .postgresql)
        let word = reader.word()
        guard let number = reader.next() else { return SQL(raw: member) }
        while let token = reader.peek, token.kind != .opening { _ = reader.next() }
        let place = reader.text(of: number)
        guard let open = reader.peek?.range.lowerBound, let types = reader.parenthesis() else {
            return SQL(raw: member)
        }
        let end = types.last?.range.upperBound ?? open + 1
        let list = String(decoding: Array(member.utf8)[open..<end], as: UTF8.self)
        return "\(raw: word) \(raw: place) \(raw: list))"
    }

    static func strategy(
        for change: Alteration, from: OperatorFamily, to: OperatorFamily, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .recreate : .alter
    }

    static func alter(
        _ change: Alteration, from: OperatorFamily, to: OperatorFamily, in context: ObjectPlan
    ) -> [Statement] {
        let gone = from.members.filter { !to.members.contains($0) }.map(place)
        let head: SQL = "ALTER \(ObjectReference.object(change.id, in: context.to))"
        let dropping = gone.isEmpty ? [] : [Statement("\(head) DROP\n    \(gone, separator: ",\n    ")")]
        return dropping + adding(to.members.filter { !from.members.contains($0) }, to: change.id, in: context)
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "\(name: Array(id.path.dropLast())) USING \(name: id.name)"
    }
}

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

/// `CREATE ACCESS METHOD`, `DROP ACCESS METHOD`.
enum AccessMethodRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: AccessMethod, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE ACCESS METHOD \(name: id.path) TYPE \(raw: body.type) HANDLER \(raw: body.handler)")]
    }

    static func drop(_ id: ObjectID, _ body: AccessMethod, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP ACCESS METHOD \(name: id.path)")]
    }
}
