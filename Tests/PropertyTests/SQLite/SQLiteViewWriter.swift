/// Views over one or two relations.
enum SQLiteViewWriter {
    static func write(_ dice: inout Dice, into draft: inout SQLiteDraft) {
        let style = SQLiteStyle(&dice)
        let name = SQLiteDraft.name("rel", dice.gene.number)
        if dice.chance("dangling", 6) {
            draft.add("\(style.words("CREATE VIEW ")) \(style.name(name)) AS SELECT * FROM nowhere")
            return
        }
        guard let source = dice.pick("source", draft.relations, by: \.name) else { return }
        var terms: [(sql: String, column: SQLiteColumn)] = []
        for column in dice.subset("column", 60, of: source.columns, by: \.name) {
            terms.append(("s.\(style.name(column.name))", column))
        }
        if dice.chance("computes", 35),
            let value = SQLiteExpressions.computed(
                "value", from: source.columns, &dice, name: { "s.\(style.name($0))" })
        {
            terms.append((value.sql, SQLiteColumn(name: "computed", family: value.family)))
        }
        if dice.chance("constant", 20) || terms.isEmpty {
            let text = dice.pick("constant text", "'it''s'", "'a  b'", "'A'", "x'00'", "1.50")
            terms.append((text, SQLiteColumn(name: "constant", family: .any)))
        }
        var rest = style.words("FROM ") + "\(style.name(source.name)) \(style.words("AS")) s"
        if dice.chance("joins", 30), let other = dice.pick("other", draft.relations, by: \.name),
            let column = dice.pick("other column", other.columns, by: \.name)
        {
            rest += style.gap + style.words(dice.pick("join", "LEFT JOIN ", "CROSS JOIN ", "INNER JOIN "))
            rest += "\(style.name(other.name)) o\(style.words(" ON")) 1 = 1"
            terms.append(("o.\(style.name(column.name))", SQLiteColumn(name: "other", family: column.family)))
        }
        if dice.chance("filters", 35),
            let filter = SQLiteExpressions.condition(
                "filter", over: source.columns, &dice, name: { "s.\(style.name($0))" })
        {
            rest += style.gap + style.words("WHERE ") + style.group(filter)
        }
        let columns = unique(terms.map(\.column))
        let isListed = dice.chance("listed", 30)
        let shown = zip(terms, columns).map {
            isListed ? $0.sql : "\($0.sql) \(style.words("AS")) \(style.name($1.name))"
        }
        var query = style.words("SELECT ") + shown.joined(separator: ",\(style.gap)") + style.gap + rest
        switch dice.number("end", 0...9) {
        case 0: query += style.words(" GROUP BY 1 HAVING ") + "count(*) > 0"
        case 1: query += style.words(" ORDER BY 1 DESC LIMIT ") + "100"
        case 2: query += style.words(" UNION ALL SELECT ") + shown.map { _ in "NULL" }.joined(separator: ", ")
        case 3: query = style.words("WITH ") + "w\(style.words(" AS ")) (\(query)) \(style.words("SELECT")) * FROM w"
        default: break
        }
        let list = isListed ? " (\(style.list(columns.map(\.name))))" : ""
        draft.add(style.words("CREATE VIEW ") + "\(style.name(name))\(list)\(style.gap)\(style.words("AS")) \(query)")
        draft.relations.append(SQLiteRelation(name: name, form: .view, columns: columns))
    }

    private static func unique(_ columns: [SQLiteColumn]) -> [SQLiteColumn] {
        var taken: Set<String> = []
        return columns.map { column in
            var name = column.name
            while !taken.insert(name.lowercased()).inserted { name += "_2" }
            return SQLiteColumn(name: name, family: column.family)
        }
    }
}
