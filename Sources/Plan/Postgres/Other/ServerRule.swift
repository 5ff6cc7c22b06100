import AutogenDiff
import AutogenSchema

/// `CREATE SERVER`, `ALTER SERVER`, `DROP SERVER`.
enum ServerRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Server, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "CREATE SERVER \(name: id.path)"
        if let type = body.type { sql += " TYPE \(literal: type)" }
        if let version = body.version { sql += " VERSION \(literal: version)" }
        sql += " FOREIGN DATA WRAPPER \(name: body.wrapper)"
        if !body.options.isEmpty { sql += " \(Options.foreign(body.options))" }
        return [Statement(sql, hazards: MaskedSecret.hazards(in: body.options, of: id))]
    }

    static func drop(_ id: ObjectID, _ body: Server, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP SERVER \(name: id.path)")]
    }

    static func reaction(
        _ change: Alteration, from: Server, to: Server, in context: ObjectPlan
    ) -> AlterStrategy {
        guard change.isOnly(["version", "options"]), !change.differences.isEmpty else { return .rebuild }
        // ALTER SERVER takes an empty version for one, not for none.
        return from.version != nil && to.version == nil ? .rebuild : .alter
    }

    static func alter(
        _ change: Alteration, from: Server, to: Server, in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "ALTER SERVER \(name: change.id.path)"
        if from.version != to.version { sql += " VERSION \(literal: to.version)" }
        if let options = Options.foreignChanges(from: from.options, to: to.options) { sql += " \(options)" }
        let changed = to.options.filter { !from.options.contains($0) }
        return [Statement(sql, hazards: MaskedSecret.hazards(in: changed, of: change.id))]
    }

    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "FOREIGN SERVER \(name: id.path)" }
}
