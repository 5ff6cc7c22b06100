import AutogenDiff
import AutogenSchema

/// `CREATE STATISTICS`, `ALTER STATISTICS ... SET STATISTICS`, `DROP STATISTICS`.
enum StatisticsRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: ExtendedStatistics, with parts: [SchemaObject], in context: PlanContext
    ) -> [Statement] {
        [Statement("CREATE STATISTICS \(name: id.path)\(raw: body.clause.value)")]
            + (body.target == nil ? [] : [target(id, body)])
    }

    static func drop(_ id: ObjectID, _ body: ExtendedStatistics, in context: PlanContext) -> [Statement] {
        [Statement("DROP STATISTICS \(name: id.path)")]
    }

    private static func target(_ id: ObjectID, _ body: ExtendedStatistics) -> Statement {
        Statement("ALTER STATISTICS \(name: id.path) SET STATISTICS \(body.target ?? -1)")
    }

    static func reaction(
        _ change: Alteration, from: ExtendedStatistics, to: ExtendedStatistics, in context: PlanContext
    ) -> Reaction {
        change.isOnly(["target"]) && !change.differences.isEmpty ? .alter : .rebuild
    }

    static func alter(
        _ change: Alteration, from: ExtendedStatistics, to: ExtendedStatistics, in context: PlanContext
    ) -> [Statement] {
        [target(change.id, to)]
    }
}
