import AutogenDiff
import AutogenSchema

/// `CREATE FOREIGN DATA WRAPPER`, `ALTER FOREIGN DATA WRAPPER`, `DROP FOREIGN DATA WRAPPER`.
enum ForeignDataWrapperRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: ForeignDataWrapper, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "CREATE FOREIGN DATA WRAPPER \(name: id.path)"
        if let handler = body.handler { sql += " HANDLER \(raw: handler)" }
        if let validator = body.validator { sql += " VALIDATOR \(raw: validator)" }
        if !body.options.isEmpty { sql += " \(Options.foreign(body.options))" }
        return [Statement(sql, hazards: MaskedSecret.hazards(in: body.options, of: id))]
    }

    static func drop(_ id: ObjectID, _ body: ForeignDataWrapper, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP FOREIGN DATA WRAPPER \(name: id.path)")]
    }

    static func reaction(
        _ change: Alteration, from: ForeignDataWrapper, to: ForeignDataWrapper, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .rebuild : .alter
    }

    static func alter(
        _ change: Alteration, from: ForeignDataWrapper, to: ForeignDataWrapper, in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "ALTER FOREIGN DATA WRAPPER \(name: change.id.path)"
        if from.handler != to.handler { sql += to.handler.map { " HANDLER \(raw: $0)" } ?? " NO HANDLER" }
        if from.validator != to.validator { sql += to.validator.map { " VALIDATOR \(raw: $0)" } ?? " NO VALIDATOR" }
        if let options = Options.foreignChanges(from: from.options, to: to.options) { sql += " \(options)" }
        let changed = to.options.filter { !from.options.contains($0) }
        return [Statement(sql, hazards: MaskedSecret.hazards(in: changed, of: change.id))]
    }
}
