import AutogenDiff
import AutogenSchema

/// `CREATE POLICY`, `ALTER POLICY`, `DROP POLICY`.
enum PolicyRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Policy, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var sql: SQL = "CREATE POLICY \(name: id.name) ON \(name: id.relationPath)"
        if body.restrictive { sql += " AS RESTRICTIVE" }
        if body.command != "ALL" { sql += " FOR \(raw: body.command)" }
        if body.roles != ["public"] { sql += " TO \(roles(body))" }
        return [Statement("\(sql)\(conditions(body))")]
    }

    private static func roles(_ body: Policy) -> SQL {
        "\(body.roles.map { $0 == "public" ? "PUBLIC" : ObjectReference.role($0) }, separator: ", ")"
    }

    private static func conditions(_ body: Policy) -> SQL {
        var sql: SQL = ""
        if let using = body.using { sql += " USING (\(raw: DeparsedExpression.source(of: using)))" }
        if let check = body.check { sql += " WITH CHECK (\(raw: DeparsedExpression.source(of: check)))" }
        return sql
    }

    static func drop(_ id: ObjectID, _ body: Policy, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP POLICY \(name: id.name) ON \(name: id.relationPath)")]
    }

    /// A condition can be changed, not taken away.
    static func strategy(for change: Alteration, from: Policy, to: Policy, in context: ObjectPlan) -> AlterStrategy {
        let takesAway = (from.using != nil && to.using == nil) || (from.check != nil && to.check == nil)
        let fits = change.isOnly(["roles", "using", "check"]) && !takesAway && !change.differences.isEmpty
        return fits ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: Policy, to: Policy, in context: ObjectPlan) -> [Statement] {
        [
            Statement(
                "ALTER POLICY \(name: change.id.name) ON \(name: change.id.relationPath) TO \(roles(to))\(conditions(to))"
            )
        ]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.part(id) }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }
}
