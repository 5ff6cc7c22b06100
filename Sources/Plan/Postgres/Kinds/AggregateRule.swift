import AutogenSchema

/// `CREATE AGGREGATE`, `DROP AGGREGATE`; a changed one is made anew.
enum AggregateRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Aggregate, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        let options = body.options.joined(separator: ",\n    ")
        return [Statement("CREATE AGGREGATE \(Named.routine(id, in: context.to)) (\n    \(raw: options)\n)")]
    }

    static func drop(_ id: ObjectID, _ body: Aggregate, in context: PlanContext) -> [Statement] {
        [Statement("DROP AGGREGATE \(Named.routine(id, in: context.from))")]
    }
}
