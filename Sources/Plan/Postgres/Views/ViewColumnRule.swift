import AutogenDiff
import AutogenSchema

/// `ALTER VIEW ... ALTER COLUMN ... SET DEFAULT`, and for materialized views `SET STORAGE`, `SET STATISTICS` and so on.
enum ViewColumnRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: ViewColumn, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        changes(id, from: plain(body), to: body)
    }

    static func drop(_ id: ObjectID, _ body: ViewColumn, in context: ObjectPlan) -> [Statement] {
        changes(id, from: body, to: plain(body))
    }

    static func reaction(_ change: Alteration, from: ViewColumn, to: ViewColumn, in context: ObjectPlan)
        -> AlterStrategy
    {
        .alter
    }

    static func alter(_ change: Alteration, from: ViewColumn, to: ViewColumn, in context: ObjectPlan) -> [Statement] {
        changes(change.id, from: from, to: to)
    }

    private static func changes(_ id: ObjectID, from: ViewColumn, to: ViewColumn) -> [Statement] {
        let head: SQL = "ALTER MATERIALIZED VIEW \(name: id.relationPath)"
        let settings = ColumnRule.settings(id, from: column(from), to: column(to), head: head)
        guard from.defaultExpression != to.defaultExpression else { return settings }
        let clause: SQL = to.defaultExpression.map { "SET DEFAULT \(raw: $0)" } ?? "DROP DEFAULT"
        return [Statement("ALTER VIEW \(name: id.relationPath) ALTER COLUMN \(name: id.name) \(clause)")] + settings
    }

    /// The same column when nothing is said of it.
    private static func plain(_ body: ViewColumn) -> ViewColumn {
        var plain = ViewColumn()
        plain.type = body.type
        return plain
    }

    private static func column(_ body: ViewColumn) -> Column {
        var column = Column()
        column.type = body.type.value
        column.storage = body.storage
        column.compression = body.compression
        column.statistics = body.statistics
        column.options = body.options
        return column
    }

    static func word(_ body: Body?) -> SQL { "COLUMN" }
    static let holdsExpressions = true
}
