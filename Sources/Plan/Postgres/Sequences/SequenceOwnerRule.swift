import AutogenSchema

/// `ALTER SEQUENCE ... OWNED BY`.
enum SequenceOwnerRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: SequenceOwner, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let owned = Statement("ALTER SEQUENCE \(name: id.path) OWNED BY \(name: body.column)")
        // It must have the owner that the table has at that moment, and follows it from then on.
        let sequence = ObjectID(.sequence, path: id.path)
        let table = ObjectID(.table, path: Array(body.column.prefix(2)))
        func role(of id: ObjectID) -> String? {
            context.isMade(id) ? nil : context.from.body(ObjectID(.owner, on: id), as: Owner.self)?.role
        }
        let wanted = role(of: table)
        guard role(of: sequence) != wanted else { return [owned] }
        let owner: SQL = wanted.map { "\(name: $0)" } ?? "CURRENT_USER"
        return [Statement("ALTER SEQUENCE \(name: id.path) OWNER TO \(owner)"), owned]
    }

    /// Ownership ends before the owner of the table or of the sequence changes.
    static func endings(before id: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard id.kind == .owner, let target = id.target else { return [] }
        if target.kind == .sequence { return [ObjectID(.sequenceOwner, path: target.path)] }
        guard target.kind == .table else { return [] }
        return (context.oldParts[target] ?? []).filter { $0.kind == .column }
            .flatMap { context.dependents[$0] ?? [] }.filter { $0.kind == .sequenceOwner }
    }

    /// The sequences that would go with a column: they go before it, when those that use them have let go of them.
    static func sequences(of column: ObjectID, _ context: ObjectPlan) -> [ObjectID] {
        guard column.kind == .column else { return [] }
        return (context.dependents[column] ?? []).filter { $0.kind == .sequenceOwner }
            .map { ObjectID(.sequence, path: $0.path) }
    }

    static func drop(_ id: ObjectID, _ body: SequenceOwner, in context: ObjectPlan) -> [Statement] {
        [Statement("ALTER SEQUENCE \(name: id.path) OWNED BY NONE")]
    }
}
