import AutogenSchema

/// `ALTER INDEX ... ATTACH PARTITION`; an attached index goes with what it is attached to.
enum IndexPartitionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: IndexPartition, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        if PartitionedExclusion.isAttached(id, in: context.to) { return [] }
        return [Statement("ALTER INDEX \(name: body.parent) ATTACH PARTITION \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: IndexPartition, in context: ObjectPlan) -> [Statement] { [] }

    static func predecessors(_ id: ObjectID, _ body: IndexPartition, in context: ObjectPlan) -> [ObjectID] {
        PartitionOrdering.attachment(ofTableOf: id, context)
    }
}
