/// Indexes of tables, partitioned tables and materialized views.
enum IndexWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let hosts = draft.relations.filter { $0.form != .view }
        guard let table = dice.pick("table", hosts, by: \.quoted) else { return }
        let name = Names.name("index", dice.gene.number)
        let sort = dice.number("sort", 0...9)
        let isUnique = sort == 0 && table.partitionKey != nil
        let terms = isUnique ? uniqueTerms(table, &dice) : terms(table, sort, &dice, draft)
        guard let terms else { return }
        if table.form == .partitioned, dice.chance("by hand", 35) {
            return AttachedIndexes(terms: terms, isUnique: isUnique).write(on: table, name, &dice, &draft)
        }
        let isNamed = dice.chance("named", 80)
        // ONLY leaves the partitions without one, and the index invalid.
        let only = table.form == .partitioned && dice.chance("only", 10) ? "ONLY " : ""
        var sql =
            "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(isNamed ? Names.quoted(name) + " " : "")ON \(only)\(table.quoted) \(terms)"
        if isUnique, dice.chance("nulls", 10) { sql += " NULLS NOT DISTINCT" }
        if terms.hasPrefix("USING btree"), dice.chance("fills", 15) {
            sql += " WITH (fillfactor = \(dice.number("fillfactor", 50...90)))"
        }
        if sort != 9, dice.chance("partial", 20),
            let filter = Expressions.condition("filter", over: table.columns, &dice, draft)
        {
            sql += " WHERE \(filter)"
        }
        draft.add(sql)
        guard isNamed else { return }
        let quoted = Names.quoted([table.path[0], name])
        draft.add(Thing(comment: "INDEX \(quoted)"))
        if only.isEmpty, table.form != .partitioned, terms.hasPrefix("USING btree"), !sql.contains(" WHERE "),
            table.isTable, dice.chance("clusters", 8)
        {
            draft.add("ALTER TABLE \(table.quoted) CLUSTER ON \(Names.quoted(name))")
        }
    }

    private static func uniqueTerms(_ table: RelationFact, _ dice: inout Dice) -> String? {
        let outer = table.partitionKey ?? []
        let usable = table.columns.filter { $0.type.isOrdered && !outer.contains($0.name) }
        guard let column = dice.pick("unique column", usable, by: \.name) else { return nil }
        let rest = table.columns.filter { $0.name != column.name && !outer.contains($0.name) }
        var terms = "USING btree (\(Names.list(outer + [column.name])))"
        if dice.chance("includes", 20), let more = dice.pick("included", rest, by: \.name) {
            terms += " INCLUDE (\(more.quoted))"
        }
        return terms
    }

    private static func terms(_ table: RelationFact, _ sort: Int, _ dice: inout Dice, _ draft: Draft) -> String? {
        let columns = table.columns
        func pick(_ key: String, where fits: (ColumnFact) -> Bool) -> ColumnFact? {
            dice.pick(key, columns.filter(fits), by: \.name)
        }
        switch sort {
        case 1...2:
            let real = columns.filter { !$0.isGenerated }
            return Expressions.computed("computed", from: real, &dice, draft).map { "USING btree ((\($0)))" }
        case 3:
            return pick("inverted") { [.json, .search, .array].contains($0.type.family) }.map {
                let ops = $0.type.family == .json && dice.chance("path", 50) ? " jsonb_path_ops" : ""
                return "USING gin (\($0.quoted)\(ops))"
            }
        case 4:
            return pick("spatial") { [.range, .search].contains($0.type.family) || $0.type.sql == "point" }
                .map { "USING gist (\($0.quoted))" }
        case 5: return pick("hashed") { $0.type.isHashable && $0.type.isOrdered }.map { "USING hash (\($0.quoted))" }
        case 6:
            return pick("summed") { $0.type.isBuiltIn && [.integer, .time].contains($0.type.family) }
                .map { "USING brin (\($0.quoted))" }
        case 7:
            return pick("text") { $0.type.family == .text && $0.type.isBuiltIn && $0.collation == nil }.map {
                let ops = $0.type.plain == "character" ? "bpchar_pattern_ops" : "text_pattern_ops"
                return "USING btree (\($0.quoted) \(ops) DESC)"
            }
        case 8:
            return pick("collated") { $0.type.family == .text }.map {
                let collation = dice.pick("collation", ["\"C\""] + draft.collations) { $0 } ?? "\"C\""
                return "USING btree (\($0.quoted) COLLATE \(collation) NULLS FIRST)"
            }
        default:
            guard let first = pick("first", where: { $0.type.isOrdered }) else { return nil }
            var list = first.quoted + dice.maybe("descends", 25, " DESC")
            if let second = pick("second", where: { $0.type.isOrdered && $0.name != first.name }),
                dice.chance("two", 40)
            {
                list += ", \(second.quoted)" + dice.maybe("nulls first", 20, " NULLS FIRST")
            }
            return "USING btree (\(list))"
        }
    }
}

/// An index of a partitioned table made `ON ONLY` it, to which those of its partitions are attached one by one.
struct AttachedIndexes {
    let terms: String
    let isUnique: Bool

    func write(on table: RelationFact, _ name: String, _ dice: inout Dice, _ draft: inout Draft) {
        let index = Names.quoted([table.path[0], name])
        let isWhole = table.form == .partitioned
        draft.add(
            "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(Names.quoted(name)) ON \(isWhole ? "ONLY " : "")\(table.quoted) \(terms)"
        )
        draft.add(Thing(comment: "INDEX \(index)"))
        for (place, part) in draft.relations.filter({ $0.whole == table.path }).enumerated() {
            let key = part.path[1]
            guard dice.chance("\(key) has it", 85) else { continue }
            let own = "\(dice.pick("\(key) letter", "", "A ", "zz "))\(name.suffix(36)) \(place)"
            write(on: part, own, &dice, &draft)
            if dice.chance("\(key) attaches", 90) {
                draft.add("ALTER INDEX \(index) ATTACH PARTITION \(Names.quoted([part.path[0], own]))")
            }
        }
    }
}
