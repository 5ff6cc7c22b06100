import AutogenDiff
import AutogenSchema

/// `CREATE USER MAPPING`, `ALTER USER MAPPING`, `DROP USER MAPPING`.
enum UserMappingRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: UserMapping, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "CREATE \(ObjectReference.object(id, in: context.to))"
        if !body.options.isEmpty { sql += " \(Options.foreign(body.options))" }
        return [Statement(sql, hazards: MaskedSecret.hazards(in: body.options, of: id))]
    }

    static func drop(_ id: ObjectID, _ body: UserMapping, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP \(ObjectReference.object(id, in: context.from))")]
    }

    static func reaction(
        _ change: Alteration, from: UserMapping, to: UserMapping, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .rebuild : .alter
    }

    static func alter(
        _ change: Alteration, from: UserMapping, to: UserMapping, in context: ObjectPlan
    ) -> [Statement] {
        guard let options = Options.foreignChanges(from: from.options, to: to.options) else { return [] }
        let changed = to.options.filter { !from.options.contains($0) }
        return [
            Statement(
                "ALTER \(ObjectReference.object(change.id, in: context.to)) \(options)",
                hazards: MaskedSecret.hazards(in: changed, of: change.id))
        ]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL {
        "FOR \(ObjectReference.role(id.name)) SERVER \(name: id.path.first ?? "")"
    }

    /// DROP SERVER refuses while it has one.
    static func dropHosts(
        _ id: ObjectID, _ body: UserMapping, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] { [] }
}
