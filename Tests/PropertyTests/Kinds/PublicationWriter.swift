enum PublicationWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let name = Names.quoted(Names.name("publication", dice.gene.number))
        // A script may update rows, which a publication of updates refuses for tables without a replica identity.
        let publish = " WITH (publish = \(dice.pick("publish", "'insert'", "'insert, truncate'")))"
        var lists: [String] = []
        if dice.chance("everything", 12) {
            draft.add("CREATE PUBLICATION \(name) FOR ALL TABLES\(publish)")
        } else {
            let inSchema = dice.chance("schema", 25) ? dice.pick("of schema", draft.schemas) { $0 } : nil
            if let inSchema { lists.append("TABLES IN SCHEMA \(Names.quoted(inSchema))") }
            let tables = dice.subset(
                "has", 25, of: draft.tables.filter { !$0.isUnlogged && !$0.hasChildren }, by: \.quoted)
            lists += tables.map { "TABLE " + entry($0, isBare: inSchema != nil, &dice, draft) }
            let list = lists.isEmpty ? "" : " FOR \(lists.joined(separator: ", "))"
            draft.add("CREATE PUBLICATION \(name)\(list)\(publish)")
        }
        draft.add(Thing(comment: "PUBLICATION \(name)", owner: "PUBLICATION \(name)"))
    }

    private static func entry(_ table: RelationFact, isBare: Bool, _ dice: inout Dice, _ draft: Draft) -> String {
        var sql = table.quoted
        // A table comes with those that inherit from it, which may then not be listed with other columns.
        guard table.form == .table, !table.hasChildren, !table.isChild else { return sql }
        let real = table.columns.filter { !$0.isGenerated }
        if !isBare, dice.chance("columns \(table.quoted)", 20), !real.isEmpty {
            var shown = dice.subset("shows \(table.quoted)", 60, of: real, by: \.name)
            if shown.isEmpty { shown = [real[0]] }
            sql += " (\(Names.list(shown.map(\.name))))"
        }
        let plain = table.columns.filter { $0.type.isBuiltIn && $0.type.family == .integer && !$0.isGenerated }
        if dice.chance("filters \(table.quoted)", 15), let column = plain.first {
            sql += " WHERE (\(column.quoted) > \(dice.number("over \(table.quoted)", 0...9)))"
        }
        return sql
    }
}
