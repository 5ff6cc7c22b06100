import AutogenDiff
import AutogenSchema

/// `ALTER TABLE ... ALTER COLUMN ... SET DEFAULT`, `DROP DEFAULT`.
enum ColumnDefaultRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: ColumnDefault, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        let expression = Respelling.source(of: body.expression)
        let set = Statement(head: head(id), "ALTER COLUMN \(name: id.name) SET DEFAULT \(raw: expression)")
        let handover = Handover(of: ObjectID(.column, path: id.path), in: context)
        return [set] + (handover?.start(in: context.to) ?? [])
    }

    static func drop(_ id: ObjectID, _ body: ColumnDefault, in context: PlanContext) -> [Statement] {
        [Statement(head: head(id), "ALTER COLUMN \(name: id.name) DROP DEFAULT")]
    }

    static func reaction(_ change: Alteration, from: ColumnDefault, to: ColumnDefault, in context: PlanContext)
        -> Reaction
    {
        .alter
    }

    static func alter(_ change: Alteration, from: ColumnDefault, to: ColumnDefault, in context: PlanContext)
        -> [Statement]
    {
        create(change.id, to, with: [], in: context)
    }

    /// `ONLY`: partitions and children have defaults of their own.
    private static func head(_ id: ObjectID) -> SQL { "ALTER TABLE ONLY \(name: id.relationPath)" }
}
