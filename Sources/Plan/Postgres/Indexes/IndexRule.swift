import AutogenDiff
import AutogenSchema

/// `CREATE INDEX`, `DROP INDEX`, `ALTER INDEX` for what can change in place.
enum IndexRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Index, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let table = ObjectID(.table, path: body.table)
        var hazards = body.unique ? [Hazard.mayFail("fails if rows are not unique")] : []
        if context.isMade(table), !ArrivingRows.come(to: table, in: context) { hazards = [] }
        let view = ObjectID(.materializedView, path: body.table)
        if context.isMade(view) {
            // It has its rows from the start; those of the same query fit the same index.
            let isOld = context.from[view] == context.to[view] && context.from[id] == context.to[id]
            if isOld { hazards = [] }
        }
        var statements: [Statement]
        if body.isRead, OnlineIndex.isBuilt(on: body.table, in: context) {
            statements = OnlineIndex.creation(of: id, body, hazards: hazards, in: context)
        } else {
            let isDivided = InheritanceTree.isDivided(body.table, in: context.to)
            let definition = IndexText(id, body, isDivided: isDivided).sql
            statements = [Statement("\(raw: DeparsedExpression.source(of: definition.text))", hazards: hazards)]
        }
        statements += statisticsTargets(id, from: [], to: body.statistics)
        if let owner = context.to.body(table, as: Table.self) {
            statements += IndexRoles.statements(for: id, of: table, owner)
        } else if let owner = context.to.body(view, as: MaterializedView.self) {
            statements += IndexRoles.statements(for: id, of: view, owner)
        }
        return statements
    }

    static func drop(_ id: ObjectID, _ body: Index, in context: ObjectPlan) -> [Statement] {
        if OnlineKey.isAdopted(id, in: context) { return [] }
        return OnlineIndex.canDrop(id, body, in: context)
            ? [OnlineIndex.dropping(id)] : [Statement("DROP INDEX \(name: id.path)")]
    }

    static func strategy(for change: Alteration, from: Index, to: Index, in context: ObjectPlan) -> AlterStrategy {
        // The parameters of a partitioned index are those of its making.
        let isPartitioned = context.to.body(ObjectID(.table, path: to.table), as: Table.self)?.partitionKey != nil
        guard context.from.parent(of: change.id) == context.to.parent(of: change.id) else { return .recreate }
        let stays = from.canBeAltered(to: to) && (!isPartitioned || from.parameters.value == to.parameters.value)
        return stays && change.isOnly(["definition", "tablespace", "statistics"]) && !change.differences.isEmpty
            ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: Index, to: Index, in context: ObjectPlan) -> [Statement] {
        var statements: [Statement] = []
        if from.tablespace != to.tablespace {
            statements.append(
                Statement("ALTER INDEX \(name: change.id.path) SET TABLESPACE \(name: to.tablespace ?? "pg_default")"))
        }
        statements += Options.changes(
            from: from.parameters.value, to: to.parameters.value,
            head: "ALTER INDEX \(name: change.id.path)")
        return statements + statisticsTargets(change.id, from: from.statistics, to: to.statistics)
    }

    private static func statisticsTargets(_ id: ObjectID, from: [String], to: [String]) -> [Statement] {
        let gone = from.filter { target in !to.contains { Options.name($0) == Options.name(target) } }
        let targets = to.filter { !from.contains($0) } + gone.map { "\(Options.name($0))=-1" }
        return targets.map {
            Statement(
                head: "ALTER INDEX \(name: id.path)",
                "ALTER COLUMN \(raw: Options.name($0)) SET STATISTICS \(raw: Options.value($0))")
        }
    }

    static func names(_ id: ObjectID, _ body: Body) -> [String] { [OccupiedNames.relation(id.path)] }
    /// Texts of other lengths are compared alike, and the server builds what it must; but an expression would be written
    /// with another cast.
    static func mustMakeWay(_ body: Index?, for change: TypeChange) -> Bool {
        let isPlain = body.map { !$0.hasExpressions.value && $0.predicate.value == nil } ?? false
        return !change.isClose || change.wasText && !isPlain
    }

    static func dropHosts(
        _ id: ObjectID, _ body: Index, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        whole + StatementHosts.columns(body.columns, of: context.from.parent(of: id), in: context)
            + StatementHosts.attached(id, in: context.from)
    }

    static func predecessors(_ id: ObjectID, _ body: Index, in context: ObjectPlan) -> [ObjectID] {
        PartitionOrdering.partitions(of: body.table, context) + PartitionAdoption.predecessors(of: id, in: context)
    }
}

extension Index {
    /// Whether `ALTER` can make the other of it: one that differs in its name, its parameters and where it lies at most.
    func canBeAltered(to other: Index) -> Bool {
        guard isRead, other.isRead else { return definition == other.definition }
        return table == other.table && unique == other.unique && method.value == other.method.value
            && columnClause.value == other.columnClause.value && predicate.value == other.predicate.value
    }
}
