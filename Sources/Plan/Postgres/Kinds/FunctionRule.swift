import AutogenDiff
import AutogenSchema

/// `CREATE OR REPLACE FUNCTION` and `PROCEDURE`; another result type or other argument names take a drop first.
enum FunctionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Function, with parts: [SchemaObject], in context: PlanContext)
        -> [Statement]
    {
        var text = body.definition
        while text.last?.isNewline == true { text.removeLast() }
        return [Statement(SQL(raw: text))]
    }

    static func drop(_ id: ObjectID, _ body: Function, in context: PlanContext) -> [Statement] {
        [Statement("DROP \(Named.kind(id, in: context.from)) \(Named.routine(id, in: context.from))")]
    }

    static func reaction(_ change: Alteration, from: Function, to: Function, in context: PlanContext) -> Reaction {
        // A default can be added, never taken away.
        let fits =
            !change.touches("kind") && !change.touches("result") && !change.touches("arguments")
            && from.defaults <= to.defaults && !change.differences.isEmpty
        return fits ? .alter : .rebuild
    }

    static func alter(_ change: Alteration, from: Function, to: Function, in context: PlanContext) -> [Statement] {
        create(change.id, to, with: [], in: context)
    }
}
