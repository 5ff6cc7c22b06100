import AutogenDiff
import AutogenSchema

/// `CREATE OPERATOR FAMILY` with its own members, `ALTER OPERATOR FAMILY`, `DROP OPERATOR FAMILY`.
enum OperatorFamilyRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: OperatorFamily, with parts: [SchemaObject], in context: PlanContext
    ) -> [Statement] {
        [Statement("CREATE \(Named.object(id, in: context.to))")] + adding(body.members, to: id, in: context)
    }

    static func drop(_ id: ObjectID, _ body: OperatorFamily, in context: PlanContext) -> [Statement] {
        [Statement("DROP \(Named.object(id, in: context.from))")]
    }

    private static func adding(_ members: [String], to id: ObjectID, in context: PlanContext) -> [Statement] {
        guard !members.isEmpty else { return [] }
        let list = members.map { SQL(raw: $0) }
        return [
            Statement("ALTER \(Named.object(id, in: context.to)) ADD\n    \(list, separator: ",\n    ")")
        ]
    }

    /// A member as `DROP` names it, by its number and types: `OPERATOR 1 (integer, bigint)`.
    private static func place(_ member: String) -> SQL {
        let words = member.split(separator: " ", maxSplits: 2)
        guard words.count == 3, let open = words[2].firstIndex(of: "(") else { return SQL(raw: member) }
        let close = words[2][open...].firstIndex(of: ")") ?? words[2].index(before: words[2].endIndex)
        return "\(raw: String(words[0])) \(raw: String(words[1])) \(raw: String(words[2][open...close]))"
    }

    static func reaction(
        _ change: Alteration, from: OperatorFamily, to: OperatorFamily, in context: PlanContext
    ) -> Reaction {
        change.differences.isEmpty ? .rebuild : .alter
    }

    static func alter(
        _ change: Alteration, from: OperatorFamily, to: OperatorFamily, in context: PlanContext
    ) -> [Statement] {
        let gone = from.members.filter { !to.members.contains($0) }.map(place)
        let head: SQL = "ALTER \(Named.object(change.id, in: context.to))"
        let dropping = gone.isEmpty ? [] : [Statement("\(head) DROP\n    \(gone, separator: ",\n    ")")]
        return dropping + adding(to.members.filter { !from.members.contains($0) }, to: change.id, in: context)
    }
}
