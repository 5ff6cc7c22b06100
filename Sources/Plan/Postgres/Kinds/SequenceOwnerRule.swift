import AutogenSchema

/// `ALTER SEQUENCE ... OWNED BY`.
enum SequenceOwnerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: SequenceOwner, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        [Statement("ALTER SEQUENCE \(name: id.path) OWNED BY \(name: body.column)")]
    }

    static func drop(_ id: ObjectID, _ body: SequenceOwner, in context: PlanContext) -> [Statement] {
        [Statement("ALTER SEQUENCE \(name: id.path) OWNED BY NONE")]
    }
}
