import AutogenSchema

/// `ALTER INDEX ... ATTACH PARTITION`; an attached index goes with what it is attached to.
enum IndexPartitionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: IndexPartition, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        if PartitionedExclusion.isAttached(id, in: context.to) { return [] }
        return [Statement("ALTER INDEX \(name: body.parent) ATTACH PARTITION \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: IndexPartition, in context: PlanContext) -> [Statement] { [] }
}
