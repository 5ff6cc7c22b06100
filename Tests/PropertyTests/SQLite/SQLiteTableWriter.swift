/// Tables of all forms, virtual ones too.
enum SQLiteTableWriter {
    static func write(_ dice: inout Dice, into draft: inout SQLiteDraft) {
        var name = SQLiteDraft.name("rel", dice.gene.number)
        if dice.chance("in capitals", 5) { name = name.uppercased() }
        switch dice.number("form", 0...20) {
        case 18...19: SQLiteVirtualTableWriter.writeSearch(name, &dice, into: &draft)
        case 20: SQLiteVirtualTableWriter.writeSpatial(name, &dice, into: &draft)
        default: writeTable(name, &dice, into: &draft)
        }
    }

    private static func writeTable(_ name: String, _ dice: inout Dice, into draft: inout SQLiteDraft) {
        let style = SQLiteStyle(&dice)
        let isStrict = dice.chance("strict", 20)
        var lines = SQLiteColumnWriter(style: style, isStrict: isStrict).lines(&dice, draft)
        var items: [String] = []
        var table = SQLiteRelation(name: name, form: .table, columns: lines.map(\.fact))
        writeKey(&lines, &items, &table, style, isStrict, &dice)
        table.columns = lines.map(\.fact)
        for line in lines where line.isUnique { table.keys.append([line.fact.name]) }
        items += constraints(&table, style, &dice, draft)
        table.hasRowid = !(table.primaryKey != nil && !Self.counts(lines, items) && dice.chance("without rowid", 20))
        var options: [String] = []
        if !table.hasRowid { options.append(style.words("WITHOUT ROWID")) }
        if isStrict { options.append(style.words("STRICT")) }
        if dice.chance("options turned", 30) { options.reverse() }
        let body = (lines.map(\.sql) + items).joined(separator: "," + style.gap)
        draft.add(
            style.words("CREATE TABLE ") + dice.maybe("if", 5, "IF NOT EXISTS ") + dice.maybe("main", 5, "main.")
                + "\(style.name(name))\(style.gap)(\(style.gap)\(body)\n) \(options.joined(separator: ", "))")
        draft.relations.append(table)
    }

    private static func counts(_ lines: [SQLiteColumnWriter.Line], _ items: [String]) -> Bool {
        (lines.map(\.sql) + items).contains { $0.uppercased().contains("AUTOINCREMENT") }
    }

    private static func writeKey(
        _ lines: inout [SQLiteColumnWriter.Line], _ items: inout [String], _ table: inout SQLiteRelation,
        _ style: SQLiteStyle, _ isStrict: Bool, _ dice: inout Dice
    ) {
        let label =
            dice.chance("key named", 25) ? style.words("CONSTRAINT ") + style.name("key \(dice.gene.number)") + " " : ""
        let word = label + style.words("PRIMARY KEY")
        let conflict = dice.maybe("key conflicts", 10, " ON CONFLICT " + dice.pick("key conflict", "FAIL", "REPLACE"))
        let form = dice.number("key", 0...9)
        switch form {
        case 0...2: return
        case 3...6:
            let fact = SQLiteColumn(name: dice.chance("key cased", 8) ? "ID" : "id", family: .integer)
            var sql = style.name(fact.name) + style.words(" INTEGER")
            switch form {
            case 3: sql += " \(word)"
            case 4: sql += " \(word)\(conflict)" + style.words(" AUTOINCREMENT")
            case 5: sql += " \(word)" + style.words(dice.pick("key order", " DESC", " ASC"))
            default:
                items.append("\(word)(\(style.name(fact.name))\(dice.maybe("key counts", 30, " AUTOINCREMENT")))")
            }
            lines.insert(.init(fact: fact, sql: sql), at: 0)
            table.primaryKey = [fact.name]
        default:
            let usable = lines.map(\.fact).filter { !$0.isGenerated }
            var chosen = dice.subset("key column", 40, of: usable, by: \.name)
            if chosen.isEmpty { chosen = Array(usable.prefix(1)) }
            guard !chosen.isEmpty else { return }
            var terms = chosen.map { style.name($0.name) }
            if dice.chance("key descends", 15) { terms[0] += style.words(" DESC") }
            items.append("\(word) (\(terms.joined(separator: ", ")))\(chosen.count > 1 ? conflict : "")")
            table.primaryKey = chosen.map(\.name)
        }
        if let key = table.primaryKey { table.keys.insert(key, at: 0) }
    }

    private static func constraints(
        _ table: inout SQLiteRelation, _ style: SQLiteStyle, _ dice: inout Dice, _ draft: SQLiteDraft
    ) -> [String] {
        var items: [String] = []
        func add(_ word: String, _ text: String) {
            let label =
                dice.chance("\(word) named", 35) ? style.words("CONSTRAINT ") + style.name("the \(word)") + " " : ""
            items.append(label + text)
        }
        if dice.chance("unique", 15) {
            let chosen = dice.subset("unique", 40, of: table.columns, by: \.name)
            if !chosen.isEmpty {
                // Two keys over the same columns must not disagree about conflicts.
                let isOther = chosen.count > 1 && chosen.map(\.name) != table.primaryKey
                let conflict = isOther ? dice.maybe("unique conflicts", 20, style.words(" ON CONFLICT IGNORE")) : ""
                let collation = dice.maybe("unique collated", 15, style.words(" COLLATE NOCASE"))
                if collation.isEmpty { table.keys.append(chosen.map(\.name)) }
                add("unique", style.words("UNIQUE ") + "(\(style.list(chosen.map(\.name)))\(collation))" + conflict)
            }
        }
        for check in ["first check", "second check"] where dice.chance(check, 15) {
            // As some tools write every column.
            let whole = dice.maybe("\(check) qualified", 30, "\(style.name(table.name)).")
            if let test = SQLiteExpressions.condition(
                check, over: table.columns, &dice, name: { whole + style.name($0) })
            {
                add(check, style.words("CHECK ") + style.group(test))
            }
        }
        for (key, count) in [("foreign key", 1), ("long foreign key", 2)] where dice.chance(key, 12) {
            let chosen = dice.subset(key, 60, of: table.columns, by: \.name).prefix(count)
            guard chosen.count == count else { continue }
            if let target = SQLiteReference.text(key, count, style, &dice, draft, own: table) {
                add(key, style.words("FOREIGN KEY ") + "(\(style.list(chosen.map(\.name))))\(style.gap)\(target)")
            }
        }
        return items
    }
}
