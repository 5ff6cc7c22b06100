import AutogenSchema

/// `ALTER TABLE ... ATTACH PARTITION`, `DETACH PARTITION`; another bound takes both.
enum PartitionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Partition, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var statements: [Statement] = []
        for check in PartitionOrdering.inheritedChecks(of: id, context) {
            guard case .constraint(let constraint) = check.definition,
                PartitionOrdering.lacks(check, constraint, for: id, context)
            else { continue }
            let clause = ConstraintRule.clause(check.id, constraint)
            let isEmpty = context.isMade(ObjectID(.table, path: id.path))
            let hazards = isEmpty ? [] : [Hazard.mayFail("fails if rows break \(check.id.name)")]
            statements.append(Statement(head: "ALTER TABLE \(name: id.path)", "ADD \(clause)", hazards: hazards))
        }
        let table = ObjectReference.kind(ObjectID(.table, path: body.parent), in: context.to)
        let attach: SQL =
            "ALTER \(table) ONLY \(name: body.parent) ATTACH PARTITION \(name: id.path) \(raw: body.bound)"
        let moves = PartitionMoves(of: body.parent, in: context)
        return statements + (moves?.leader == id ? moves?.statements ?? [] : [])
            + [Statement(attach, hazards: PartitionFit.hazards(of: id, body, in: context))]
    }

    static func drop(_ id: ObjectID, _ body: Partition, in context: ObjectPlan) -> [Statement] {
        let leaves =
            context.to.contains(ObjectID(.table, path: id.path))
            && context.to.body(id, as: Partition.self)?.parent != body.parent
        let loss = "takes its rows out of \(SQL.dotted(body.parent)); they stay in \(SQL.dotted(id.path))"
        let detach: SQL = "ALTER TABLE ONLY \(name: body.parent) DETACH PARTITION \(name: id.path)"
        return [Statement(detach, hazards: leaves ? [.dataLoss(id, loss)] : [])]
            + DetachedChecks.drops(from: id.path, formerly: body.parent, in: context)
    }

    static func predecessors(_ id: ObjectID, _ body: Partition, in context: ObjectPlan) -> [ObjectID] {
        PartitionOrdering.indexes(ofPartition: id, context) + PartitionOrdering.beforeAttaching(id, context)
            + PartitionOrdering.changedColumns(above: id, context) + PartitionMoves.leader(before: id, in: context)
    }
}
