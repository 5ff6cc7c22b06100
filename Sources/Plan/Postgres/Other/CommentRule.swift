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
        statement(id, nil, context.from)
    }

    static func reaction(_ change: Alteration, from: Comment, to: Comment, in context: ObjectPlan) -> AlterStrategy {
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
