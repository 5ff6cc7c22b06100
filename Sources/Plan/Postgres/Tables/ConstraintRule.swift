import AutogenDiff
import AutogenSchema

/// `ALTER TABLE ... ADD CONSTRAINT`, `ALTER CONSTRAINT`, `VALIDATE CONSTRAINT`, `DROP CONSTRAINT`.
enum ConstraintRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Constraint, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let table = ObjectID(.table, path: id.relationPath)
        if PartitionChecks.remains(id, body, context) { return [] }
        // An index of a partitioned table is made for it alone: those of the partitions are objects of their own.
        let isPartitioned =
            context.to.body(table, as: Table.self)?.partitionKey != nil
            && InheritanceTree.isDivided(table.path, in: context.to)
        if PartitionedExclusion.comesFromParent(id, body, in: context.to) { return [] }
        let head: SQL =
            isPartitioned && body.isIndexed && body.type != .exclusion
            ? "ALTER TABLE ONLY \(name: table.path)" : "ALTER TABLE \(name: table.path)"
        var hazards = [Hazard.mayFail("fails if rows break \(id.name)")]
        if body.notValid.value || body.notEnforced.value
            || context.isMade(table) && ArrivingRows.satisfy(body, of: table, in: context)
        {
            hazards = []
        }
        let added: [Statement]
        if OnlineKey.canBeBuilt(body, on: table.path, in: context) {
            added = OnlineKey.creation(id, body, hazards: hazards, in: context)
        } else if OnlineValidation.canComeLater(body, on: table.path, in: context) {
            var pending = body
            pending.notValid.value = true
            added = [
                Statement(head: head, "ADD \(clause(id, pending))"),
                OnlineValidation.statement(id.name, of: table.path, body, hazards: hazards),
            ]
        } else {
            added = [Statement(head: head, "ADD \(clause(id, body))", hazards: hazards)]
        }
        guard let owner = context.to.body(table, as: Table.self) else { return added }
        return added + IndexRoles.statements(for: id, of: table, owner)
    }

    static func drop(_ id: ObjectID, _ body: Constraint, in context: ObjectPlan) -> [Statement] {
        if PartitionChecks.becomesInherited(id, body, context) { return [] }
        return [Statement(head: "ALTER TABLE \(name: id.relationPath)", "DROP CONSTRAINT \(name: id.name)")]
    }

    /// `CONSTRAINT users_pkey PRIMARY KEY (id)`.
    static func clause(_ id: ObjectID, _ body: Constraint) -> SQL {
        var sql: SQL = "CONSTRAINT \(name: id.name) \(raw: DeparsedExpression.source(of: body.bareDefinition))"
        if body.noInherit.value { sql += " NO INHERIT" }
        // What excludes has them in its clause, before the condition.
        if !body.options.isEmpty, body.type != .exclusion { sql += " WITH (\(Options.list(body.options)))" }
        if let tablespace = body.tablespace { sql += " USING INDEX TABLESPACE \(name: tablespace)" }
        switch body.deferrability.value {
        case nil: break
        case .immediate: sql += " DEFERRABLE"
        case .deferred: sql += " DEFERRABLE INITIALLY DEFERRED"
        }
        if body.notEnforced.value { sql += " NOT ENFORCED" }
        if body.notValid.value { sql += " NOT VALID" }
        return sql
    }

    static func strategy(for change: Alteration, from: Constraint, to: Constraint, in context: ObjectPlan)
        -> AlterStrategy
    {
        guard !change.differences.isEmpty else { return .recreate }
        // The parameters of a partitioned index are those of its making.
        let table = context.to.body(ObjectID(.table, path: change.id.relationPath), as: Table.self)
        if change.touches("options"), table?.partitionKey != nil { return .recreate }
        if change.isOnly(["options", "tablespace"]) { return .alter }
        guard from.bareDefinition == to.bareDefinition, from.type == to.type,
            from.noInherit.value == to.noInherit.value,
            from.notValid.value || !to.notValid.value
        else { return .recreate }
        // When it is checked and whether at all can be changed of foreign keys only.
        let isSame =
            from.deferrability.value == to.deferrability.value && from.notEnforced.value == to.notEnforced.value
        return isSame || from.type == .foreignKey ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: Constraint, to: Constraint, in context: ObjectPlan) -> [Statement] {
        let id = change.id
        let head: SQL = "ALTER TABLE \(name: id.relationPath)"
        let index: SQL = "ALTER INDEX \(name: [id.path.first ?? "", id.name])"
        var statements: [Statement] = []
        if from.type == .foreignKey, from.deferrability.value != to.deferrability.value {
            statements.append(Statement(head: head, "ALTER CONSTRAINT \(name: id.name) \(timing(to))"))
        }
        statements += Enforcement.changes(id, from: from, to: to, head: head)
        if from.notValid.value, !to.notValid.value, !to.notEnforced.value {
            statements.append(
                context.isOnline(id.relationPath)
                    ? OnlineValidation.statement(id.name, of: id.relationPath, to, hazards: [])
                    : Statement(head: head, "VALIDATE CONSTRAINT \(name: id.name)"))
        }
        statements += Options.changes(from: from.options, to: to.options, head: index)
        if from.tablespace != to.tablespace {
            statements.append(Statement(head: index, "SET TABLESPACE \(name: to.tablespace ?? "pg_default")"))
        }
        return statements
    }

    private static func timing(_ body: Constraint) -> SQL {
        switch body.deferrability.value {
        case nil: "NOT DEFERRABLE"
        case .immediate: "DEFERRABLE INITIALLY IMMEDIATE"
        case .deferred: "DEFERRABLE INITIALLY DEFERRED"
        }
    }

    static func disturbed(byMaking id: ObjectID, _ body: Constraint, in context: ObjectPlan) -> Set<ObjectID> {
        PartitionAdoption.disturbed(byMaking: SchemaObject(id, .constraint(body)), in: context)
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.part(id) }
    /// As with indexes: keys stay, what has an expression does not.
    static func mustMakeWay(_ body: Constraint?, for change: TypeChange) -> Bool {
        guard change.isClose else { return true }
        return switch body?.type {
        case .primaryKey, .unique, .foreignKey, .notNull: false
        case .check, .exclusion, nil: change.wasText
        }
    }

    /// Inside CREATE TABLE, NOT VALID would be forgotten.
    static func creationHost(_ id: ObjectID, _ body: Constraint, in catalog: Catalog) -> ObjectID? {
        body.notValid.value || InheritedNotNull.areLeftToParents(body, id, in: catalog) ? nil : catalog.parent(of: id)
    }

    static func dropHosts(
        _ id: ObjectID, _ body: Constraint, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        whole + StatementHosts.columns(body.columns, of: context.from.parent(of: id), in: context)
            + StatementHosts.attached(StatementHosts.indexID(of: id), in: context.from).filter {
                !IndexParts.isKey(id, ofIndex: $0)
            }
    }

    static func names(_ id: ObjectID, _ body: Constraint) -> [String] {
        var slots = ["constraint " + id.path.exact]
        if body.type == .primaryKey { slots.append("primary key " + id.relationPath.exact) }
        if body.isIndexed, let schema = id.path.first { slots.append(OccupiedNames.relation([schema, id.name])) }
        return slots
    }

    static func predecessors(_ id: ObjectID, _ body: Constraint, in context: ObjectPlan) -> [ObjectID] {
        let apart = PartitionAdoption.predecessors(of: id, in: context)
        guard !body.isIndexed else { return apart + PartitionIndexes.lackers(of: id, context) }
        return apart + PartitionOrdering.reattached(to: id, context)
            + (body.type == .foreignKey ? PartitionOrdering.arrivals(before: id, context) : [])
            + PartitionOrdering.descendants(of: body.references, context)
            + IndexParts.keyParts(of: id, body, context)
    }
}

/// `NOT ENFORCED`, which lets rows break a constraint (server 18).
enum Enforcement {
    /// Only foreign keys can be switched (<https://www.postgresql.org/docs/current/sql-altertable.html>).
    static func changes(_ id: ObjectID, from: Constraint, to: Constraint, head: SQL) -> [Statement] {
        guard from.type == .foreignKey, from.notEnforced.value != to.notEnforced.value else { return [] }
        let clause: SQL = "ALTER CONSTRAINT \(name: id.name) \(raw: to.notEnforced.value ? "NOT ENFORCED" : "ENFORCED")"
        let hazards = to.notEnforced.value ? [] : [Hazard.mayFail("fails if rows break \(id.name)")]
        return [Statement(head: head, clause, hazards: hazards)]
    }
}
