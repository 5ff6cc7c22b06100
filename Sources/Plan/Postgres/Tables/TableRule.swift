import AutogenDiff
import AutogenSchema

/// `CREATE TABLE` with its columns, defaults and constraints, `ALTER TABLE`, `DROP TABLE`.
enum TableRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Table, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let parsed = TableElements(parts)
        let elements = parsed.lines(for: body, in: context.to)
        let word: SQL = body.server != nil ? "FOREIGN TABLE" : body.unlogged ? "UNLOGGED TABLE" : "TABLE"
        var sql: SQL = "CREATE \(word) \(name: id.path)"
        if !body.ofType.isEmpty { sql += " OF \(name: body.ofType)" }
        if !elements.isEmpty {
            sql += " (\n    \(elements, separator: ",\n    ")\n)"
        } else if body.ofType.isEmpty {
            sql += " ()"
        }
        if !body.inherits.isEmpty {
            sql += "\nINHERITS (\(body.inherits.map { "\(name: $0)" as SQL }, separator: ", "))"
        }
        if let key = body.partitionKey { sql += "\nPARTITION BY \(raw: key)" }
        if let server = body.server { sql += "\nSERVER \(name: server)" }
        if !body.serverOptions.isEmpty { sql += "\n\(Options.foreign(body.serverOptions))" }
        if let method = body.accessMethod { sql += "\nUSING \(name: method)" }
        if !body.options.isEmpty { sql += "\nWITH (\(Options.list(body.options)))" }
        if let tablespace = body.tablespace { sql += "\nTABLESPACE \(name: tablespace)" }
        var statements = [Statement(sql)]
        for part in parts {
            if let column = part.definition.body as? Column {
                if column.inherited { statements += ColumnRule.ownDefault(part.id, among: [], in: context) }
                var plain = Column()
                // The columns of a typed table are not written out.
                if !body.ofType.isEmpty { plain.type = column.type }
                statements += ColumnRule.settings(part.id, from: plain, to: column)
                statements += NotNull.additions(part.id, column, in: context)
            }
            if parsed.repeated.contains(part.id), let key = part.definition.body as? Constraint {
                statements += ConstraintRule.create(part.id, key, with: [], in: context)
            } else if part.kind == .constraint {
                statements += IndexRoles.statements(for: part.id, of: id, body)
            }
        }
        return statements + switches(id, from: Table(), to: body, in: context)
    }

    static func drop(_ id: ObjectID, _ body: Table, in context: ObjectPlan) -> [Statement] {
        let carrying = RowMigration(from: id, in: context)
        let drop = Statement(
            "DROP \(raw: body.server == nil ? "" : "FOREIGN ")TABLE \(name: id.path)",
            hazards: carrying == nil ? losses(id, body, in: context) : [])
        return (carrying?.statements ?? []) + [drop]
    }

    /// What goes with the rows of a table; a foreign table has none of its own.
    static func losses(_ id: ObjectID, _ body: Table, in context: ObjectPlan) -> [Hazard] {
        guard body.server == nil, holdsRows(id, body, in: context) else { return [] }
        let isMoved = !PartitionMoves.attachments(before: id, in: context).isEmpty
        return [
            .dataLoss(
                id, isMoved ? "drops the rows that belong to no other partition" : "drops the table with its rows")
        ]
    }

    /// A partitioned table has no rows but those of its partitions, and partitions that stay are detached before.
    private static func holdsRows(_ id: ObjectID, _ body: Table, in context: ObjectPlan) -> Bool {
        guard body.partitionKey != nil else { return true }
        return (context.oldIDs[.partition] ?? []).contains { partition in
            context.from.body(partition, as: Partition.self)?.parent == id.path
                && context.isTornDown(ObjectID(.table, path: partition.path))
        }
    }

    static func strategy(for change: Alteration, from: Table, to: Table, in context: ObjectPlan) -> AlterStrategy {
        let rebuilds = ["partition key", "server"].contains(where: change.touches)
        return rebuilds || Inheritance.needsNewTable(change, from: from, to: to, in: context) ? .recreate : .alter
    }

    static func alter(_ change: Alteration, from: Table, to: Table, in context: ObjectPlan) -> [Statement] {
        let word: SQL = to.server == nil ? "TABLE" : "FOREIGN TABLE"
        let head: SQL = "ALTER \(word) \(name: change.id.path)"
        var statements: [Statement] = []
        for parent in from.inherits where !to.inherits.contains(parent) {
            // A statement of its own: the server looks at inherited columns before anything in the statement has happened.
            statements.append(Statement("\(head) NO INHERIT \(name: parent)"))
            statements += DetachedChecks.drops(from: change.id.path, formerly: parent, in: context)
        }
        for parent in to.inherits where !from.inherits.contains(parent) {
            statements.append(Statement(head: head, "INHERIT \(name: parent)"))
        }
        if from.ofType != to.ofType {
            // A column can't be added in the statement that lets it be added.
            let clause: SQL = to.ofType.isEmpty ? "NOT OF" : "OF \(name: to.ofType)"
            statements.append(Statement("\(head) \(clause)"))
        }
        // The server writes no table anew that logical decoding reads as a catalog.
        let catalogOption = from.options.filter { Options.name($0) == "user_catalog_table" }
        let isRewritten = from.unlogged != to.unlogged || from.accessMethod != to.accessMethod
        let options = isRewritten ? from.options.filter { !catalogOption.contains($0) } : from.options
        if isRewritten, !catalogOption.isEmpty {
            statements.append(Statement("\(head) RESET (user_catalog_table)"))
        }
        if from.unlogged != to.unlogged {
            // A statement of its own: the sequences that come with the others would stay behind.
            statements.append(Statement("\(head) SET \(raw: to.unlogged ? "UNLOGGED" : "LOGGED")"))
        }
        if from.accessMethod != to.accessMethod {
            statements.append(Statement(head: head, "SET ACCESS METHOD \(name: to.accessMethod ?? "heap")"))
        }
        if from.tablespace != to.tablespace {
            statements.append(Statement(head: head, "SET TABLESPACE \(name: to.tablespace ?? "pg_default")"))
        }
        let isLate = Toast.isLate(change.id, in: context)
        statements += Options.changes(
            from: options.filter { !isLate || !Toast.isOption($0) },
            to: to.options.filter { !isLate || !Toast.isOption($0) }, head: head)
        if let options = Options.foreignChanges(from: from.serverOptions, to: to.serverOptions) {
            statements.append(Statement(head: head, options))
        }
        return statements + switches(change.id, from: from, to: to, in: context)
    }

    /// What is turned on and off by clauses of its own.
    private static func switches(_ id: ObjectID, from: Table, to: Table, in context: ObjectPlan) -> [Statement] {
        let head: SQL = "ALTER TABLE \(name: id.path)"
        var statements: [Statement] = []
        if from.rowSecurity != to.rowSecurity {
            statements.append(Statement(head: head, "\(raw: to.rowSecurity ? "ENABLE" : "DISABLE") ROW LEVEL SECURITY"))
        }
        if from.forcedRowSecurity != to.forcedRowSecurity {
            statements.append(
                Statement(head: head, "\(raw: to.forcedRowSecurity ? "" : "NO ")FORCE ROW LEVEL SECURITY"))
        }
        return statements + IndexRoles.switches(id, from: from, to: to, in: context)
    }

    static func word(_ body: Table?) -> SQL { body?.server == nil ? "TABLE" : "FOREIGN TABLE" }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TABLE \(name: id.path)" }
    static let defaultPrivileges: String? = "TABLES"
    /// The columns that divide a table stand in its `CREATE`, so what these need is there before it.
    static func predecessors(_ id: ObjectID, _ body: Table, in context: ObjectPlan) -> [ObjectID] {
        guard body.partitionKey != nil, context.isMade(id) else { return [] }
        return body.partitionColumns.value.flatMap { name in
            context.to.needs(of: ObjectID(.column, path: id.path + [name])).filter { $0 != id }
        }
    }

    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        [OccupiedNames.relation(id.path), OccupiedNames.type(id.path)]
    }

    static func dropHosts(
        _ id: ObjectID, _ body: Table, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        // DROP TABLE takes the partitions along.
        let partition = context.from.body(ObjectID(.partition, path: id.path), as: Partition.self)
        return whole + (partition.map { [ObjectID(.table, path: $0.parent)] } ?? [])
    }
}
