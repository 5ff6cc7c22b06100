enum TriggerWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let hosts = draft.relations.filter { $0.form != .materializedView }
        guard let table = dice.pick("table", hosts, by: \.quoted),
            let callee = dice.pick("callee", draft.functions.filter { $0.use == .trigger }, by: \.signature)
        else { return }
        let name = Names.quoted(Names.name("trigger", dice.gene.number))
        let column = dice.pick("column", table.columns.filter { !$0.isGenerated }, by: \.name)
        var event = dice.pick("event", "INSERT", "UPDATE", "DELETE", "INSERT OR UPDATE OR DELETE")
        if event == "UPDATE", let column, dice.chance("of column", 40), table.isTable {
            event += " OF \(column.quoted)"
        }
        let side = event == "DELETE" ? "old." : "new."
        let canFilter = event == "INSERT" || event == "DELETE" || event.hasPrefix("UPDATE")
        var filter = ""
        if canFilter, dice.chance("filters", 35),
            let condition = Expressions.condition(
                "filter", over: table.columns.filter { !$0.isGenerated }, &dice, draft, alias: side)
        {
            filter = " WHEN (\(condition))"
        }
        let run = " EXECUTE FUNCTION \(callee.quoted)(\(dice.maybe("argument", 20, "'an argument'")))"
        var sql: String
        switch dice.number("sort", 0...5) {
        case 0 where table.isTable && table.form != .partitioned:
            let timing = dice.pick("timing", "", "DEFERRABLE ", "DEFERRABLE INITIALLY DEFERRED ")
            sql = "CREATE CONSTRAINT TRIGGER \(name) AFTER \(event) ON \(table.quoted) \(timing)FOR EACH ROW\(filter)"
        case 1
        where [.table, .typed].contains(table.form) && !table.isChild && !event.contains(" OR ")
            && !event.contains(" OF "):
            let transition = event == "DELETE" ? "OLD TABLE AS gone" : "NEW TABLE AS fresh"
            sql =
                "CREATE TRIGGER \(name) AFTER \(event) ON \(table.quoted) REFERENCING \(transition) FOR EACH STATEMENT"
        case 2:
            sql =
                "CREATE TRIGGER \(name) \(table.isTable ? "BEFORE" : "AFTER") \(event) ON \(table.quoted) FOR EACH STATEMENT"
        default:
            if table.isTable {
                sql = "CREATE TRIGGER \(name) AFTER \(event) ON \(table.quoted) FOR EACH ROW\(filter)"
            } else {
                sql = "CREATE TRIGGER \(name) INSTEAD OF \(event) ON \(table.quoted) FOR EACH ROW"
            }
        }
        draft.add(sql + run)
        if table.isTable, dice.chance("switched", 12) {
            draft.add(
                "ALTER TABLE \(table.quoted) \(dice.pick("switch", "DISABLE", "ENABLE ALWAYS", "ENABLE REPLICA")) TRIGGER \(name)"
            )
        }
        draft.add(Thing(comment: "TRIGGER \(name) ON \(table.quoted)"))
    }
}
