enum RuleWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let hosts = draft.relations.filter { $0.form != .materializedView }
        guard let table = dice.pick("table", hosts, by: \.quoted) else { return }
        let name = Names.quoted(Names.name("rule", dice.gene.number))
        let event = dice.pick("event", "UPDATE", "DELETE", "INSERT")
        var sql = "CREATE RULE \(name) AS ON \(event) TO \(table.quoted)"
        let side = event == "INSERT" ? "new." : "old."
        if dice.chance("filters", 30),
            let filter = Expressions.condition("filter", over: table.columns, &dice, draft, alias: side)
        {
            sql += " WHERE \(filter)"
        }
        let other = draft.tables.first { $0.path != table.path && $0.columns.contains { !$0.isGenerated } }
        if let other, let column = other.columns.first, dice.chance("writes", 40) {
            sql +=
                " DO \(dice.pick("way", "ALSO", "INSTEAD")) DELETE FROM \(other.quoted) WHERE \(column.quoted) IS NULL"
        } else {
            sql += " DO INSTEAD NOTHING"
        }
        draft.add(sql)
        if table.isTable, dice.chance("disabled", 10) { draft.add("ALTER TABLE \(table.quoted) DISABLE RULE \(name)") }
        draft.add(Thing(comment: "RULE \(name) ON \(table.quoted)"))
    }
}
