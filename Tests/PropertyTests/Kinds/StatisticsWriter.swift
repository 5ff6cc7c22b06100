enum StatisticsWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let hosts = draft.relations.filter { $0.form != .view }
        guard let table = dice.pick("table", hosts, by: \.quoted) else { return }
        let usable = table.columns.filter { $0.type.isOrdered && !$0.isGenerated }
        guard let first = dice.pick("first", usable, by: \.name),
            let second = dice.pick("second", usable.filter({ $0.name != first.name }), by: \.name)
        else { return }
        let name = Names.quoted(draft.path("statistics", &dice))
        let sorts = dice.pick("sorts", "", " (ndistinct)", " (dependencies, mcv)")
        var terms = "\(first.quoted), \(second.quoted)"
        if sorts != " (dependencies, mcv)", first.type.family == .integer, dice.chance("computed", 30) {
            terms += ", (\(first.quoted) + 1)"
        }
        draft.add("CREATE STATISTICS \(name)\(sorts) ON \(terms) FROM \(table.quoted)")
        if dice.chance("target", 20) {
            draft.add("ALTER STATISTICS \(name) SET STATISTICS \(dice.number("targets", 5...50))")
        }
        draft.add(Thing(comment: "STATISTICS \(name)", owner: "STATISTICS \(name)"))
    }
}
