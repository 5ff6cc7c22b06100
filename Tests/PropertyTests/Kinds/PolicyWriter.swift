enum PolicyWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        guard let table = dice.pick("table", draft.tables, by: \.quoted) else { return }
        let name = Names.quoted(Names.name("policy", dice.gene.number))
        var sql = "CREATE POLICY \(name) ON \(table.quoted)"
        sql += dice.maybe("restrictive", 25, " AS RESTRICTIVE")
        let command = dice.pick("command", "ALL", "SELECT", "INSERT", "UPDATE", "DELETE")
        sql += " FOR \(command) TO \(dice.pick("role", "PUBLIC", "plan_reader", "plan_writer, plan_reader"))"
        if command != "INSERT",
            let using = Expressions.condition("using", over: table.columns, &dice, draft)
        {
            let other = dice.chance("reads", 25) ? dice.pick("other", draft.relations, by: \.quoted) : nil
            sql += " USING (\(using)\(other.map { " AND EXISTS (SELECT FROM \($0.quoted))" } ?? ""))"
        }
        if ["ALL", "INSERT", "UPDATE"].contains(command), dice.chance("checks", 60),
            let check = Expressions.condition("check", over: table.columns, &dice, draft)
        {
            sql += " WITH CHECK (\(check))"
        }
        draft.add(sql)
        draft.add(Thing(comment: "POLICY \(name) ON \(table.quoted)"))
    }
}
