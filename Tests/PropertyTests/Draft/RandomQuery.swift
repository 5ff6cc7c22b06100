/// A `SELECT` from one or two relations.
struct RandomQuery {
    let sql: String
    let columns: [ColumnFact]
    let isUpdatable: Bool

    init?(_ dice: inout Dice, _ draft: Draft) {
        guard let source = dice.pick("source", draft.relations, by: \.quoted) else { return nil }
        var terms: [String] = []
        var columns: [ColumnFact] = []
        var names: Set<String> = []
        func add(_ term: String, _ name: String, _ type: TypeFact, _ collation: String?) {
            guard names.insert(name).inserted else { return }
            terms.append("\(term) AS \(Names.quoted(name))")
            columns.append(ColumnFact(name: name, type: type, collation: collation))
        }
        for column in source.columns where dice.chance("shows \(column.name)", 65) {
            add("s.\(column.quoted)", column.name, column.type, column.collation)
        }
        let isPlain = !columns.isEmpty
        var isUpdatable = isPlain && source.isTable
        if dice.chance("computes", 30) {
            let own = draft.functions.filter { $0.use == .value && $0.result != nil }
            if let callee = dice.pick("callee", own, by: \.signature), let result = callee.result {
                add(Expressions.call(callee, index: 0), "computed", result, nil)
            }
        }
        if dice.chance("constant", 20) || terms.isEmpty {
            let type = draft.type("constant type", &dice)
            add(type.value(dice.number("constant value", 0...2)), "constant", type, nil)
        }
        var rest = " FROM \(source.quoted) s"
        if dice.chance("joins", 30), let other = dice.pick("other", draft.relations, by: \.quoted) {
            rest += " \(dice.pick("join", "CROSS JOIN", "NATURAL LEFT JOIN")) \(other.quoted) o"
            if rest.contains("NATURAL") {
                rest = rest.replacing("NATURAL LEFT JOIN", with: "LEFT JOIN") + " ON true"
            }
            if let column = dice.pick("other column", other.columns, by: \.name) {
                add("o.\(column.quoted)", "other", column.type, column.collation)
            }
            isUpdatable = false
        }
        if dice.chance("filters", 35),
            let filter = Expressions.condition("filter", over: source.columns, &dice, draft, alias: "s.")
        {
            rest += " WHERE \(filter)"
        }
        let isLimited = dice.chance("limits", 8)
        if isLimited {
            rest += " LIMIT 100"
            isUpdatable = false
        }
        if !isLimited, dice.chance("unites", 6), terms.count == columns.count {
            let nothing = columns.map { "NULL::\($0.type.sql) \($0.collation.map { "COLLATE \($0)" } ?? "")" }
            rest += " UNION ALL SELECT \(nothing.joined(separator: ", "))"
            isUpdatable = false
            // A materialized view can be made without rows though its query fails on a check; a script fills it.
            if columns.contains(where: { $0.type.refusesNull || $0.type.checksNull }) { return nil }
        }
        sql = "SELECT \(terms.joined(separator: ", "))\(rest)"
        self.columns = columns
        self.isUpdatable = isUpdatable
    }
}
