enum CastWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let own = draft.types.filter { [.enumeration, .range].contains($0.family) && !$0.isBuiltIn }
        guard let type = dice.pick("type", own, by: \.sql) else { return }
        let callable = draft.functions.filter {
            $0.use == .value && $0.arguments.map(\.sql) == [type.sql] && $0.result?.isBuiltIn == true
        }
        let callee = dice.chance("calls", 60) ? dice.pick("callee", callable, by: \.signature) : nil
        let target = callee?.result?.sql ?? "jsonb"
        guard draft.take("cast \(type.sql) \(target)") else { return }
        let way = callee.map { "WITH FUNCTION \($0.signature)" } ?? "WITH INOUT"
        draft.add("CREATE CAST (\(type.sql) AS \(target)) \(way)\(dice.maybe("assignment", 40, " AS ASSIGNMENT"))")
        draft.add(Thing(comment: "CAST (\(type.sql) AS \(target))"))
    }
}
