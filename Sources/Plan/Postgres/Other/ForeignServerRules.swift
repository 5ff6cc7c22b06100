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

    static func strategy(
        for change: Alteration, from: ForeignDataWrapper, to: ForeignDataWrapper, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .recreate : .alter
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

    static func strategy(
        for change: Alteration, from: Server, to: Server, in context: ObjectPlan
    ) -> AlterStrategy {
        guard change.isOnly(["version", "options"]), !change.differences.isEmpty else { return .recreate }
        // ALTER SERVER takes an empty version for one, not for none.
        return from.version != nil && to.version == nil ? .recreate : .alter
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

    static func strategy(
        for change: Alteration, from: UserMapping, to: UserMapping, in context: ObjectPlan
    ) -> AlterStrategy {
        change.differences.isEmpty ? .recreate : .alter
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

extension MaskedSecret {
    /// Tells the person where a secret has to be put in.
    static func hazards(in options: [String], of id: ObjectID) -> [Hazard] {
        options.filter { Options.value($0).hasPrefix(mark) }.map {
            hazard(Options.value($0), Options.name($0), of: id)
        }
    }

    static func hazards(inConnection text: String, of id: ObjectID) -> [Hazard] {
        masks(in: text).map { hazard(String($0), "password", of: id) }
    }

    private static func hazard(_ mask: String, _ secret: String, of id: ObjectID) -> Hazard {
        let name = variable(for: mask)
        return .byHand(
            id, "the \(secret) is not written here: autogen takes it from \(name), psql needs it in place of the mask")
    }
}
