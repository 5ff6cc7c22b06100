import AutogenDiff
import AutogenSchema

/// `CREATE OR REPLACE FUNCTION` and `PROCEDURE`; another result type or other argument names take a drop first.
enum FunctionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Function, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var text = body.definition
        while text.last?.isNewline == true { text.removeLast() }
        // A body in strings is its author's text.
        return [Statement(SQL(raw: body.hasParsedBody.value ? DeparsedExpression.source(of: text) : text))]
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
    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        ["function " + id.path.exact] + RoutineCalls.names(id, defaults: body.defaults)
    }
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
    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        ["function " + id.path.exact] + RoutineCalls.names(id, defaults: 0)
    }
}

/// The calls that a routine answers: with the types of its arguments, and with fewer where the others have defaults.
///
/// Two routines that answer one call can be there together, but then nobody can write it: the server says that the function
/// "is not unique" (<https://www.postgresql.org/docs/current/typeconv-func.html>). So a call is a name, which the one that
/// goes frees before the one that comes takes it.
enum RoutineCalls {
    static func names(_ id: ObjectID, defaults: Int) -> [String] {
        let types = id.name.split(separator: ", ")
        let name = "call " + Array(id.path.dropLast()).exact
        return (max(0, types.count - defaults)...types.count).map { count in
            "\(name)(\(types.prefix(count).joined(separator: ", ")))"
        }
    }
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
