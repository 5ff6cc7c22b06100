import AutogenDiff
import AutogenSchema

/// `CREATE VIEW`, `CREATE OR REPLACE VIEW`, `ALTER VIEW`, `DROP VIEW`.
enum ViewRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: View, with parts: [SchemaObject], in context: ObjectPlan) -> [Statement]
    {
        [Statement(definition("CREATE VIEW", id, body))]
    }

    private static func definition(_ words: SQL, _ id: ObjectID, _ body: View) -> SQL {
        let options: SQL = body.options.isEmpty ? "" : " WITH (\(Options.list(body.options)))"
        return "\(words) \(name: id.path)\(options) AS\n\(raw: DeparsedExpression.source(of: body.definition))"
    }

    static func drop(_ id: ObjectID, _ body: View, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP VIEW \(name: id.path)")]
    }

    /// Columns may be added at the end, and no others may change
    /// (<https://www.postgresql.org/docs/current/sql-createview.html>).
    static func strategy(for change: Alteration, from: View, to: View, in context: ObjectPlan) -> AlterStrategy {
        to.columns.starts(with: from.columns) && !change.differences.isEmpty ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: View, to: View, in context: ObjectPlan) -> [Statement] {
        if from.definition == to.definition {
            let head: SQL = "ALTER VIEW \(name: change.id.path)"
            // ALTER VIEW takes one clause at a time.
            return Options.changes(from: from.options, to: to.options, head: head).map {
                Statement("\(head) \($0.sql)")
            }
        }
        return [Statement(definition("CREATE OR REPLACE VIEW", change.id, to))]
    }

    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TABLE \(name: id.path)" }
    static let defaultPrivileges: String? = "TABLES"
    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        [OccupiedNames.relation(id.path), OccupiedNames.type(id.path)]
    }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }
}

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

    static func strategy(for change: Alteration, from: ViewColumn, to: ViewColumn, in context: ObjectPlan)
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
}
