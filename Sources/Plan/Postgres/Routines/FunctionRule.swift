import AutogenDiff
import AutogenSchema

/// `CREATE OR REPLACE FUNCTION` and `PROCEDURE`; another result type or other argument names take a drop first.
enum FunctionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Function, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var text = body.definition
        while text.last?.isNewline == true { text.removeLast() }
        return [Statement(SQL(raw: text))]
    }

    static func drop(_ id: ObjectID, _ body: Function, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP \(word(body)) \(ObjectReference.routine(id, in: context.from))")]
    }

    static func strategy(for change: Alteration, from: Function, to: Function, in context: ObjectPlan) -> AlterStrategy
    {
        // A default can be added, never taken away.
        let fits =
            !change.touches("kind") && !change.touches("result") && !change.touches("arguments")
            && from.defaults <= to.defaults && !change.differences.isEmpty
        return fits ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: Function, to: Function, in context: ObjectPlan) -> [Statement] {
        create(change.id, to, with: [], in: context)
    }

    static func word(_ body: Function?) -> SQL { body?.flavor == .procedure ? "PROCEDURE" : "FUNCTION" }
    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.routine(id, in: catalog) }
    static let defaultPrivileges: String? = "FUNCTIONS"
    static let canBeRenamedTemporarily = true
    static func names(_ id: ObjectID, _ body: Body) -> [String] { ["function " + id.path.exact] }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }

    static func dropHosts(
        _ id: ObjectID, _ body: Function, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        // Those that a base type is made of.
        let announced = context.from.needs(of: id).filter { $0.kind == .shellType }
        return announced.sorted().map { ObjectID(.baseType, path: $0.path) } + whole
    }
}

/// `CREATE AGGREGATE`, `DROP AGGREGATE`; a changed one is made anew.
enum AggregateRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Aggregate, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let options = body.options.joined(separator: ",\n    ")
        return [Statement("CREATE AGGREGATE \(ObjectReference.routine(id, in: context.to)) (\n    \(raw: options)\n)")]
    }

    static func drop(_ id: ObjectID, _ body: Aggregate, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP AGGREGATE \(ObjectReference.routine(id, in: context.from))")]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.routine(id, in: catalog) }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "FUNCTION \(name: Array(id.path.dropLast()))(\(raw: id.name))"
    }
    static let defaultPrivileges: String? = "FUNCTIONS"
    static func names(_ id: ObjectID, _ body: Body) -> [String] { ["function " + id.path.exact] }
}

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
