import AutogenDiff
import AutogenSchema

/// `CREATE SEQUENCE`, `ALTER SEQUENCE`, `DROP SEQUENCE`.
enum SequenceRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: SequenceGenerator, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var sql: SQL = "CREATE \(raw: body.unlogged ? "UNLOGGED " : "")SEQUENCE \(name: id.path)"
        if body.type != "bigint" { sql += " AS \(raw: body.type)" }
        if body.start != usualStart(body) { sql += " START WITH \(body.start)" }
        if body.increment != 1 { sql += " INCREMENT BY \(body.increment)" }
        if body.minimum != usualMinimum(body) { sql += " MINVALUE \(body.minimum)" }
        if body.maximum != usualMaximum(body) { sql += " MAXVALUE \(body.maximum)" }
        if body.cache != 1 { sql += " CACHE \(body.cache)" }
        if body.cycle { sql += " CYCLE" }
        return [Statement(sql)] + (SequenceContinuation(to: id, in: context)?.statements ?? [])
    }

    static func drop(_ id: ObjectID, _ body: SequenceGenerator, in context: ObjectPlan) -> [Statement] {
        let forgets = SequenceContinuation.successors(of: id, in: context).isEmpty
        let hazards = forgets ? [Hazard.dataLoss(id, "drops the sequence with its last value")] : []
        return [Statement("DROP SEQUENCE \(name: id.path)", hazards: hazards)]
    }

    static func strategy(
        for change: Alteration, from: SequenceGenerator, to: SequenceGenerator, in context: ObjectPlan
    ) -> AlterStrategy { .alter }

    static func alter(
        _ change: Alteration, from: SequenceGenerator, to: SequenceGenerator, in context: ObjectPlan
    ) -> [Statement] {
        var sql: SQL = ""
        // Another type changes limits that were the old type's own, so all are said again.
        let all = from.type != to.type
        if all { sql += " AS \(raw: to.type)" }
        if from.start != to.start { sql += " START WITH \(to.start)" }
        if from.increment != to.increment { sql += " INCREMENT BY \(to.increment)" }
        if all || from.minimum != to.minimum { sql += " MINVALUE \(to.minimum)" }
        if all || from.maximum != to.maximum { sql += " MAXVALUE \(to.maximum)" }
        // What began outside the new limits has to begin again: the server refuses the limits otherwise.
        if from.start < to.minimum || from.start > to.maximum { sql += " RESTART WITH \(to.start)" }
        if from.cache != to.cache { sql += " CACHE \(to.cache)" }
        if from.cycle != to.cycle { sql += to.cycle ? " CYCLE" : " NO CYCLE" }
        let name: SQL = "ALTER SEQUENCE \(name: change.id.path)"
        var statements = sql.isEmpty ? [] : [Statement("\(name)\(sql)")]
        if from.unlogged != to.unlogged {
            statements.append(Statement("\(name) SET \(raw: to.unlogged ? "UNLOGGED" : "LOGGED")"))
        }
        return statements
    }

    private static func limit(_ type: String) -> Int {
        switch type {
        case "smallint": Int(Int16.max)
        case "integer": Int(Int32.max)
        default: Int.max
        }
    }

    private static func usualMinimum(_ body: SequenceGenerator) -> Int {
        body.increment > 0 ? 1 : -limit(body.type) - 1
    }
    private static func usualMaximum(_ body: SequenceGenerator) -> Int { body.increment > 0 ? limit(body.type) : -1 }
    private static func usualStart(_ body: SequenceGenerator) -> Int {
        body.increment > 0 ? body.minimum : body.maximum
    }

    static let defaultPrivileges: String? = "SEQUENCES"
    /// It has no type of its own, but the server makes none where a type has its name.
    static func names(_ id: ObjectID, _ body: Body) -> [String] {
        [OccupiedNames.relation(id.path), OccupiedNames.type(id.path)]
    }

    static func dropHosts(
        _ id: ObjectID, _ body: SequenceGenerator, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        let owner = ObjectID(.sequenceOwner, path: id.path)
        guard let column = context.from.body(owner, as: SequenceOwner.self)?.column else { return whole }
        return [ObjectID(.column, path: column)]
    }
}
