import AutogenDiff
import AutogenSchema

/// `COMMENT ON`.
enum CommentRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Comment, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        statement(id, body.text, context.to)
    }

    static func drop(_ id: ObjectID, _ body: Comment, in context: ObjectPlan) -> [Statement] {
        statement(id, id.target == ObjectID(.namespace, "public") ? usualOfPublic : nil, context.from)
    }

    /// The comment that a new database has on the schema `public`, and that counts as none.
    private static let usualOfPublic = "standard public schema"

    static func strategy(for change: Alteration, from: Comment, to: Comment, in context: ObjectPlan) -> AlterStrategy {
        .alter
    }

    static func alter(_ change: Alteration, from: Comment, to: Comment, in context: ObjectPlan) -> [Statement] {
        statement(change.id, to.text, context.to)
    }

    private static func statement(_ id: ObjectID, _ text: String?, _ catalog: Catalog) -> [Statement] {
        guard let target = id.target else { return [] }
        return [Statement("COMMENT ON \(ObjectReference.object(target, in: catalog)) IS \(literal: text)")]
    }
}

/// `SECURITY LABEL`.
enum SecurityLabelRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: SecurityLabel, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        statement(id, "\(literal: body.label)", context.to)
    }

    static func drop(_ id: ObjectID, _ body: SecurityLabel, in context: ObjectPlan) -> [Statement] {
        statement(id, "NULL", context.from)
    }

    private static func statement(_ id: ObjectID, _ label: SQL, _ catalog: Catalog) -> [Statement] {
        guard let target = id.target else { return [] }
        return [
            Statement(
                "SECURITY LABEL FOR \(name: id.name) ON \(ObjectReference.object(target, in: catalog)) IS \(label)")
        ]
    }

    static func strategy(
        for change: Alteration, from: SecurityLabel, to: SecurityLabel, in context: ObjectPlan
    ) -> AlterStrategy {
        .alter
    }

    static func alter(
        _ change: Alteration, from: SecurityLabel, to: SecurityLabel, in context: ObjectPlan
    ) -> [Statement] {
        statement(change.id, "\(literal: to.label)", context.to)
    }
}
