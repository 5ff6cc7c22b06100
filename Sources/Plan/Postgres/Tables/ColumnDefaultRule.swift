import AutogenDiff
import AutogenSchema

/// `ALTER TABLE ... ALTER COLUMN ... SET DEFAULT`, `DROP DEFAULT`.
enum ColumnDefaultRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: ColumnDefault, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let column = ObjectID(.column, path: id.path)
        let continuation = SequenceContinuation(of: column, in: context)
        let isThere = continuation == nil && OnlineNotNull.hasBroughtDefault(column, in: context)
        return (isThere ? [] : [setting(id, body)]) + (continuation?.start(in: context.to) ?? [])
    }

    static func setting(_ id: ObjectID, _ body: ColumnDefault) -> Statement {
        let expression = DeparsedExpression.source(of: body.expression)
        return Statement(head: head(id), "ALTER COLUMN \(name: id.name) SET DEFAULT \(raw: expression)")
    }

    static func drop(_ id: ObjectID, _ body: ColumnDefault, in context: ObjectPlan) -> [Statement] {
        [Statement(head: head(id), "ALTER COLUMN \(name: id.name) DROP DEFAULT")]
    }

    static func strategy(for change: Alteration, from: ColumnDefault, to: ColumnDefault, in context: ObjectPlan)
        -> AlterStrategy
    {
        .alter
    }

    static func alter(_ change: Alteration, from: ColumnDefault, to: ColumnDefault, in context: ObjectPlan)
        -> [Statement]
    {
        create(change.id, to, with: [], in: context)
    }

    /// `ONLY`: partitions and children have defaults of their own.
    private static func head(_ id: ObjectID) -> SQL { "ALTER TABLE ONLY \(name: id.relationPath)" }

    static func mustMakeWay(_ body: ColumnDefault?, for change: TypeChange) -> Bool { !change.isClose }

    /// The default of an inherited column is set after the column has come from the parent.
    static func creationHost(_ id: ObjectID, _ body: ColumnDefault, in catalog: Catalog) -> ObjectID? {
        guard let column = catalog.parent(of: id) else { return nil }
        return catalog.body(column, as: Column.self)?.inherited == true ? nil : column
    }
}
