import AutogenDiff
import AutogenSchema

/// `CREATE MATERIALIZED VIEW`, `ALTER MATERIALIZED VIEW`, `DROP MATERIALIZED VIEW`; another query takes a new view.
enum MaterializedViewRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: MaterializedView, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = "CREATE MATERIALIZED VIEW \(name: id.path)"
        if let method = body.accessMethod { sql += " USING \(name: method)" }
        if !body.options.isEmpty { sql += " WITH (\(Options.list(body.options)))" }
        if let tablespace = body.tablespace { sql += " TABLESPACE \(name: tablespace)" }
        return [Statement("\(sql) AS\n\(raw: DeparsedExpression.source(of: body.definition))")]
    }

    static func drop(_ id: ObjectID, _ body: MaterializedView, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP MATERIALIZED VIEW \(name: id.path)")]
    }

    static func strategy(
        for change: Alteration, from: MaterializedView, to: MaterializedView, in context: ObjectPlan
    ) -> AlterStrategy {
        change.isOnly(["options", "tablespace", "cluster"]) && !change.differences.isEmpty ? .alter : .recreate
    }

    static func alter(
        _ change: Alteration, from: MaterializedView, to: MaterializedView, in context: ObjectPlan
    ) -> [Statement] {
        let head: SQL = "ALTER MATERIALIZED VIEW \(name: change.id.path)"
        var statements = Options.changes(from: from.options, to: to.options, head: head)
        if from.tablespace != to.tablespace {
            statements.append(Statement(head: head, "SET TABLESPACE \(name: to.tablespace ?? "pg_default")"))
        }
        return statements
            + IndexRoles.clustering(change.id, from: from.clusteredOn, to: to.clusteredOn, in: context)
    }

    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TABLE \(name: id.path)" }
    static let defaultPrivileges: String? = "TABLES"
    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        [OccupiedNames.relation(id.path), OccupiedNames.type(id.path)]
    }
    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }
}
