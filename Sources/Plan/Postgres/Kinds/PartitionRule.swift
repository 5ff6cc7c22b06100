import AutogenSchema

/// `ALTER TABLE ... ATTACH PARTITION`, `DETACH PARTITION`; another bound takes both.
enum PartitionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Partition, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        let table = Named.kind(ObjectID(.table, path: body.parent), in: context.to)
        return [
            Statement("ALTER \(table) ONLY \(name: body.parent) ATTACH PARTITION \(name: id.path) \(raw: body.bound)")
        ]
    }

    static func drop(_ id: ObjectID, _ body: Partition, in context: PlanContext) -> [Statement] {
        [Statement("ALTER TABLE ONLY \(name: body.parent) DETACH PARTITION \(name: id.path)")]
    }
}
