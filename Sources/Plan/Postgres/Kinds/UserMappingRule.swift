import AutogenDiff
import AutogenSchema

/// `CREATE USER MAPPING`, `ALTER USER MAPPING`, `DROP USER MAPPING`.
enum UserMappingRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: UserMapping, with parts: [SchemaObject], in context: PlanContext
    ) -> [Statement] {
        var sql: SQL = "CREATE \(Named.object(id, in: context.to))"
        if !body.options.isEmpty { sql += " \(Options.foreign(body.options))" }
        return [Statement(sql, hazards: MaskedSecret.hazards(in: body.options, of: id))]
    }

    static func drop(_ id: ObjectID, _ body: UserMapping, in context: PlanContext) -> [Statement] {
        [Statement("DROP \(Named.object(id, in: context.from))")]
    }

    static func reaction(
        _ change: Alteration, from: UserMapping, to: UserMapping, in context: PlanContext
    ) -> Reaction {
        change.differences.isEmpty ? .rebuild : .alter
    }

    static func alter(
        _ change: Alteration, from: UserMapping, to: UserMapping, in context: PlanContext
    ) -> [Statement] {
        guard let options = Options.foreignChanges(from: from.options, to: to.options) else { return [] }
        let changed = to.options.filter { !from.options.contains($0) }
        return [
            Statement(
                "ALTER \(Named.object(change.id, in: context.to)) \(options)",
                hazards: MaskedSecret.hazards(in: changed, of: change.id))
        ]
    }
}
