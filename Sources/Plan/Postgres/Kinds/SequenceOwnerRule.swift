import AutogenSchema

/// `ALTER SEQUENCE ... OWNED BY`.
enum SequenceOwnerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: SequenceOwner, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        [Statement("ALTER SEQUENCE \(name: id.path) OWNED BY \(name: body.column)")]
    }

    /// The sequences that would go with a column: they go before it, when those that use them have let go of them.
    static func sequences(of column: ObjectID, _ context: PlanContext) -> [ObjectID] {
        guard column.kind == .column else { return [] }
        return (context.dependents[column] ?? []).filter { $0.kind == .sequenceOwner }
            .map { ObjectID(.sequence, path: $0.path) }
    }

    static func drop(_ id: ObjectID, _ body: SequenceOwner, in context: PlanContext) -> [Statement] {
        [Statement("ALTER SEQUENCE \(name: id.path) OWNED BY NONE")]
    }
}
