/// Full-text and R*Tree tables.
enum SQLiteVirtualTableWriter {
    static func writeSearch(_ name: String, _ dice: inout Dice, into draft: inout SQLiteDraft) {
        let style = SQLiteStyle(&dice)
        var arguments: [String] = []
        var columns: [SQLiteColumn] = []
        let isNew = dice.chance("fts5", 75)
        var content = ""
        let sources = draft.tables.filter { $0.hasRowid && $0.columns.contains { $0.family == .text } }
        if isNew, dice.chance("external", 35), let source = dice.pick("source", sources, by: \.name) {
            columns = source.columns.filter { $0.family == .text && $0.name.lowercased() != name.lowercased() }
            content = "content=\(Names.literal(Names.quoted(source.name)))"
            if !source.name.contains("\"") { content = "content=\(Names.quoted(source.name))" }
        } else {
            columns = (1...2).map { SQLiteColumn(name: SQLiteDraft.name("column", $0), family: .text) }
        }
        guard !columns.isEmpty else { return }
        arguments += columns.map { style.name($0.name) }
        if isNew, dice.chance("unindexed", 20) { arguments[0] += " UNINDEXED" }
        if !content.isEmpty { arguments.append(content) }
        if dice.chance("tokenizer", 40) {
            arguments.append(isNew ? "tokenize = 'porter ascii'" : "tokenize=porter")
        }
        if isNew, dice.chance("prefix", 25) { arguments.append("prefix='2 3'") }
        draft.add(
            style.words("CREATE VIRTUAL TABLE ") + style.name(name) + style.words(" USING ")
                + "\(isNew ? "fts5" : "fts4")(\(arguments.joined(separator: ", ")))")
        draft.relations.append(SQLiteRelation(name: name, form: .search, columns: columns))
    }

    static func writeSpatial(_ name: String, _ dice: inout Dice, into draft: inout SQLiteDraft) {
        let style = SQLiteStyle(&dice)
        var names = ["id", "minx", "maxx"]
        if dice.chance("plane", 50) { names += ["miny", "maxy"] }
        let extra = dice.maybe("extra", 30, ", +note TEXT")
        let module = dice.pick("module", "rtree", "rtree_i32")
        draft.add(
            style.words("CREATE VIRTUAL TABLE ") + style.name(name) + style.words(" USING ")
                + "\(module)(\(style.list(names))\(extra))")
        let columns = names.map { SQLiteColumn(name: $0, family: .integer) }
        draft.relations.append(SQLiteRelation(name: name, form: .spatial, columns: columns))
    }
}
