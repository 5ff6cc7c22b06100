/// Triggers on tables, and on views in place of what is written.
enum SQLiteTriggerWriter {
    static func write(_ dice: inout Dice, into draft: inout SQLiteDraft) {
        let style = SQLiteStyle(&dice)
        let hosts = draft.relations.filter { $0.form == .table || $0.form == .view }
        guard let host = dice.pick("host", hosts, by: \.name) else { return }
        var event = dice.pick("event", "INSERT", "UPDATE", "DELETE")
        let side = event == "DELETE" || (event == "UPDATE" && dice.chance("old", 50)) ? "old" : "new"
        if event == "UPDATE", dice.chance("of", 40), let column = dice.pick("of column", host.columns, by: \.name) {
            event = style.words("UPDATE OF ") + style.name(column.name)
        } else {
            event = style.words(event)
        }
        let timing =
            host.form == .view ? "INSTEAD OF " : dice.pick("timing", "", "BEFORE ", "AFTER ")
        var sql = style.words("CREATE TRIGGER ") + style.name(SQLiteDraft.name("trigger", dice.gene.number))
        sql += style.gap + style.words(timing) + event + style.words(" ON ") + style.name(host.name)
        if dice.chance("each", 40) { sql += style.words(" FOR EACH ROW") }
        if dice.chance("when", 30),
            let filter = SQLiteExpressions.condition(
                "when", over: host.columns, &dice, name: { "\(side).\(style.name($0))" })
        {
            sql += style.gap + style.words("WHEN ") + style.group(filter)
        }
        sql += style.gap + style.words("BEGIN")
        let count = dice.number("statements", 1...3)
        for number in 1...count { sql += style.gap + statement("s\(number)", host, side, style, &dice, draft) + ";" }
        draft.add(sql + "\n" + style.words("END"))
    }

    private static func statement(
        _ key: String, _ host: SQLiteRelation, _ side: String, _ style: SQLiteStyle, _ dice: inout Dice,
        _ draft: SQLiteDraft
    ) -> String {
        if dice.chance("\(key) dangling", 3) { return "INSERT INTO nowhere VALUES (1)" }
        let form = dice.number("\(key) form", 0...4)
        guard let target = dice.pick("\(key) target", draft.tables, by: \.name),
            let column = dice.pick("\(key) column", target.writable, by: \.name),
            let source = dice.pick("\(key) source", host.columns, by: \.name)
        else { return style.words("SELECT ") + "1" }
        let table = style.name(target.name)
        let value = "\(side).\(style.name(source.name))"
        switch form {
        case 0:
            return style.words("UPDATE ") + table + style.words(" SET ") + "\(style.name(column.name)) = \(value)"
                + style.words(" WHERE ") + "\(style.name(column.name)) = 'no; such'"
        case 1:
            return style.words("DELETE FROM ") + table + style.words(" WHERE ")
                + "\(style.name(column.name)) = \(value) \(style.words("AND")) 0"
        case 2:
            return style.words("INSERT OR IGNORE INTO ") + "\(table)(\(style.name(column.name)))"
                + style.words(" VALUES ") + "(\(SQLiteExpressions.sample(column.family, 0)))"
        case 3:
            return style.words("SELECT CASE WHEN ") + "\(value) = 'never''s' "
                + style.words("THEN RAISE(ABORT, ") + "'no; not this')" + style.words(" END")
        default:
            return style.words("SELECT ") + "count(*)" + style.words(" FROM ") + table
        }
    }
}
