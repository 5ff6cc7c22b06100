import AutogenDiff
import AutogenSQLText
import AutogenSchema

/// `CREATE PUBLICATION`, `ALTER PUBLICATION`, `DROP PUBLICATION`.
enum PublicationRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Publication, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        let members = members(body)
        let what: SQL = body.allTables ? " FOR ALL TABLES" : members.isEmpty ? "" : " FOR \(members, separator: ", ")"
        return [Statement("CREATE PUBLICATION \(name: id.path)\(what) WITH (\(options(body)))")]
    }

    static func drop(_ id: ObjectID, _ body: Publication, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP PUBLICATION \(name: id.path)")]
    }

    private static func members(_ body: Publication) -> [SQL] {
        let tables = body.tables.enumerated().map { "\(raw: $0 == 0 ? "TABLE " : "")ONLY \(raw: $1)" as SQL }
        let schemas = body.schemas.enumerated().map { "\(raw: $0 == 0 ? "TABLES IN SCHEMA " : "")\(name: $1)" as SQL }
        return tables + schemas
    }

    private static func options(_ body: Publication) -> SQL {
        let publish = body.publish.joined(separator: ", ")
        let generated: SQL = body.generatedColumns.map { ", publish_generated_columns = \(raw: $0)" } ?? ""
        return
            "publish = \(literal: publish), publish_via_partition_root = \(raw: body.viaRoot ? "true" : "false")\(generated)"
    }

    static func strategy(
        for change: Alteration, from: Publication, to: Publication, in context: ObjectPlan
    ) -> AlterStrategy {
        from.allTables == to.allTables && !change.differences.isEmpty ? .alter : .recreate
    }

    static func alter(
        _ change: Alteration, from: Publication, to: Publication, in context: ObjectPlan
    ) -> [Statement] {
        let head: SQL = "ALTER PUBLICATION \(name: change.id.path)"
        var statements: [Statement] = []
        if from.tables != to.tables || from.schemas != to.schemas {
            // SET needs something to set; a publication of nothing gives up what it has.
            let all = members(to)
            statements.append(
                all.isEmpty
                    ? Statement("\(head) DROP \(dropped(from), separator: ", ")")
                    : Statement("\(head) SET \(all, separator: ", ")"))
        }
        if from.publish != to.publish || from.viaRoot != to.viaRoot || from.generatedColumns != to.generatedColumns {
            var options = to
            if from.generatedColumns != nil { options.generatedColumns = to.generatedColumns ?? "none" }
            statements.append(Statement("\(head) SET (\(self.options(options)))"))
        }
        return statements
    }

    /// `DROP` takes tables without their column lists and conditions.
    private static func dropped(_ body: Publication) -> [SQL] {
        var bare = body
        bare.tables = body.tables.map { Brackets.head(of: $0) }
        return members(bare)
    }

    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }
}
