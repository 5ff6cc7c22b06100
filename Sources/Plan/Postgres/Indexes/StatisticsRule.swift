import AutogenDiff
import AutogenSchema

/// `CREATE STATISTICS`, `ALTER STATISTICS ... SET STATISTICS`, `DROP STATISTICS`.
enum StatisticsRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: ExtendedStatistics, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE STATISTICS \(name: id.path)\(raw: DeparsedExpression.source(of: body.clause.value))")]
            + (body.target == nil ? [] : [target(id, body)])
    }

    static func drop(_ id: ObjectID, _ body: ExtendedStatistics, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP STATISTICS \(name: id.path)")]
    }

    private static func target(_ id: ObjectID, _ body: ExtendedStatistics) -> Statement {
        Statement("ALTER STATISTICS \(name: id.path) SET STATISTICS \(body.target ?? -1)")
    }

    static func strategy(
        for change: Alteration, from: ExtendedStatistics, to: ExtendedStatistics, in context: ObjectPlan
    ) -> AlterStrategy {
        change.isOnly(["target"]) && !change.differences.isEmpty ? .alter : .recreate
    }

    static func alter(
        _ change: Alteration, from: ExtendedStatistics, to: ExtendedStatistics, in context: ObjectPlan
    ) -> [Statement] {
        [target(change.id, to)]
    }

    /// The server makes them anew, without their target.
    static func mustMakeWay(_ body: ExtendedStatistics?, for change: TypeChange) -> Bool { body?.target != nil }
}
