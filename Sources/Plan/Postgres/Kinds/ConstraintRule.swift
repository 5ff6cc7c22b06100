import AutogenDiff
import AutogenSchema

/// `ALTER TABLE ... ADD CONSTRAINT`, `ALTER CONSTRAINT`, `VALIDATE CONSTRAINT`, `DROP CONSTRAINT`.
enum ConstraintRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Constraint, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        let table = ObjectID(.table, path: id.relationPath)
        if Attachments.remains(id, body, context) { return [] }
        // An index of a partitioned table is made for it alone: those of the partitions are objects of their own.
        let isPartitioned =
            context.to.body(table, as: Table.self)?.partitionKey != nil
            && Descent.isDivided(table.path, in: context.to)
        if PartitionedExclusion.comesFromParent(id, body, in: context.to) { return [] }
        let head: SQL =
            isPartitioned && body.isIndexed && body.type != .exclusion
            ? "ALTER TABLE ONLY \(name: table.path)" : "ALTER TABLE \(name: table.path)"
        var hazards = [Hazard.mayFail("fails if rows break \(id.name)")]
        if body.definition.hasSuffix("NOT VALID") || !Enforcement.isEnforced(body) || context.isMade(table) {
            hazards = []
        }
        let add = Statement(head: head, "ADD \(clause(id, body))", hazards: hazards)
        guard let owner = context.to.body(table, as: Table.self) else { return [add] }
        return [add] + IndexRoles.statements(for: id, of: table, owner)
    }

    static func drop(_ id: ObjectID, _ body: Constraint, in context: PlanContext) -> [Statement] {
        if Attachments.becomesInherited(id, body, context) { return [] }
        return [Statement(head: "ALTER TABLE \(name: id.relationPath)", "DROP CONSTRAINT \(name: id.name)")]
    }

    /// `CONSTRAINT users_pkey PRIMARY KEY (id)`.
    static func clause(_ id: ObjectID, _ body: Constraint) -> SQL {
        var definition = Respelling.source(of: body.definition)
        var tail = ""
        if body.isIndexed {
            // Storage parameters and the tablespace stand before DEFERRABLE.
            if let range = definition.firstRange(of: " DEFERRABLE") {
                tail = String(definition[range.lowerBound...])
                definition.removeSubrange(range.lowerBound...)
            }
        }
        var sql: SQL = "CONSTRAINT \(name: id.name) \(raw: definition)"
        if !body.options.isEmpty { sql += " WITH (\(Options.list(body.options)))" }
        if let tablespace = body.tablespace { sql += " USING INDEX TABLESPACE \(name: tablespace)" }
        return "\(sql)\(raw: tail)"
    }

    static func reaction(_ change: Alteration, from: Constraint, to: Constraint, in context: PlanContext) -> Reaction {
        guard !change.differences.isEmpty else { return .rebuild }
        // The parameters of a partitioned index are those of its making.
        let table = context.to.body(ObjectID(.table, path: change.id.relationPath), as: Table.self)
        if change.touches("options"), table?.partitionKey != nil { return .rebuild }
        if change.isOnly(["options", "tablespace"]) { return .alter }
        if from.definition == to.definition + " NOT VALID" { return .alter }
        if from.type == .foreignKey, to.type == .foreignKey {
            let (old, new) = (withoutTiming(from), withoutTiming(to))
            if old == new || old == new + " NOT VALID" { return .alter }
        }
        return .rebuild
    }

    static func alter(_ change: Alteration, from: Constraint, to: Constraint, in context: PlanContext) -> [Statement] {
        let id = change.id
        let head: SQL = "ALTER TABLE \(name: id.relationPath)"
        let index: SQL = "ALTER INDEX \(name: [id.path.first ?? "", id.name])"
        var statements: [Statement] = []
        if from.type == .foreignKey, timing(from) != timing(to) {
            statements.append(Statement(head: head, "ALTER CONSTRAINT \(name: id.name) \(timing(to))"))
        }
        statements += Enforcement.changes(id, from: from, to: to, head: head)
        if from.definition.hasSuffix(" NOT VALID"), !to.definition.hasSuffix(" NOT VALID") {
            statements.append(Statement(head: head, "VALIDATE CONSTRAINT \(name: id.name)"))
        }
        statements += Options.changes(from: from.options, to: to.options, head: index)
        if from.tablespace != to.tablespace {
            statements.append(Statement(head: index, "SET TABLESPACE \(name: to.tablespace ?? "pg_default")"))
        }
        return statements
    }

    private static func withoutTiming(_ body: Constraint) -> String {
        Enforcement.without(body.definition)
            .replacing(" DEFERRABLE", with: "").replacing(" INITIALLY DEFERRED", with: "")
    }

    private static func timing(_ body: Constraint) -> SQL {
        if body.definition.contains(" INITIALLY DEFERRED") { return "DEFERRABLE INITIALLY DEFERRED" }
        return body.definition.contains(" DEFERRABLE") ? "DEFERRABLE INITIALLY IMMEDIATE" : "NOT DEFERRABLE"
    }
}
