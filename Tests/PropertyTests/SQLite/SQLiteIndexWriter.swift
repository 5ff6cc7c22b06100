/// Indexes: partial, over expressions, sorted and collated.
enum SQLiteIndexWriter {
    static func write(_ dice: inout Dice, into draft: inout SQLiteDraft) {
        guard let table = dice.pick("table", draft.tables, by: \.name) else { return }
        let style = SQLiteStyle(&dice)
        var terms: [String] = []
        for column in dice.subset("column", 35, of: table.columns, by: \.name) {
            var term = style.name(column.name)
            if dice.chance("collated \(column.name)", 15) {
                term += style.words(" COLLATE ") + dice.pick("collation", "nocase", "RTRIM", "binary")
            }
            if dice.chance("sorted \(column.name)", 25) { term += style.words(dice.pick("order", " DESC", " ASC")) }
            terms.append(term)
        }
        if dice.chance("computes", 25) || terms.isEmpty,
            let value = SQLiteExpressions.computed("value", from: table.columns, &dice, name: style.name)
        {
            terms.append(style.group(value.sql))
        }
        guard !terms.isEmpty else { return }
        var sql = style.words(dice.chance("unique", 12) ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        sql += style.name(SQLiteDraft.name("index", dice.gene.number)) + style.gap + style.words("ON ")
        sql += style.name(table.name) + style.gap + "(\(terms.joined(separator: ",\(style.gap)")))"
        let whole = dice.maybe("qualified", 30, "\(style.name(table.name)).")
        if dice.chance("partial", 25),
            let filter = SQLiteExpressions.condition(
                "filter", over: table.columns, &dice, name: { whole + style.name($0) })
        {
            sql += style.gap + style.words("WHERE ") + filter
        }
        draft.add(sql)
    }
}
