/// Constraints that come to a table later: those that can't or need not be in `CREATE TABLE`.
enum ConstraintWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        guard let table = dice.pick("table", draft.tables, by: \.quoted) else { return }
        let name = Names.quoted(Names.name("constraint", dice.gene.number))
        let clause: String?
        switch dice.number("sort", 0...3) {
        case 0: clause = exclusion(table, &dice, draft)
        case 1:
            clause = unique(table, &dice)
            if let clause, table.form == .partitioned, dice.chance("by hand", 35) {
                return writeAttached(clause, on: table, Names.name("constraint", dice.gene.number), &dice, &draft)
            }
        default: clause = check(table, &dice, draft)
        }
        guard let clause else { return }
        draft.add("ALTER TABLE \(table.quoted) ADD CONSTRAINT \(name) \(clause)")
        draft.add(Thing(comment: "CONSTRAINT \(name) ON \(table.quoted)"))
    }

    /// A key of the partitioned table alone, to which those of its partitions are attached one by one.
    private static func writeAttached(
        _ clause: String, on table: RelationFact, _ name: String, _ dice: inout Dice, _ draft: inout Draft
    ) {
        let only = table.form == .partitioned ? "ONLY " : ""
        draft.add("ALTER TABLE \(only)\(table.quoted) ADD CONSTRAINT \(Names.quoted(name)) \(clause)")
        for (place, part) in draft.relations.filter({ $0.whole == table.path }).enumerated() {
            let key = part.path[1]
            guard dice.chance("\(key) has it", 85) else { continue }
            let own = "\(dice.pick("\(key) letter", "", "A ", "zz "))\(name.suffix(36)) \(place)"
            writeAttached(clause, on: part, own, &dice, &draft)
            draft.add(
                "ALTER INDEX \(Names.quoted([table.path[0], name])) ATTACH PARTITION \(Names.quoted([part.path[0], own]))"
            )
        }
    }

    private static func check(_ table: RelationFact, _ dice: inout Dice, _ draft: Draft) -> String? {
        guard let condition = Expressions.condition("check", over: table.columns, &dice, draft) else { return nil }
        let isAlone = table.form != .partitioned && dice.chance("no inherit", 15)
        return "CHECK (\(condition))\(isAlone ? " NO INHERIT" : "")\(dice.maybe("not valid", 30, " NOT VALID"))"
    }

    private static func unique(_ table: RelationFact, _ dice: inout Dice) -> String? {
        guard let outer = table.partitionKey else { return nil }
        let rest = table.columns.filter { $0.type.isOrdered && !outer.contains($0.name) }
        guard let column = dice.pick("unique column", rest, by: \.name) else { return nil }
        // Of equal keys of a partition, the server attaches the one it finds first.
        guard table.form != .partitioned || !table.keys.contains(outer + [column.name]) else { return nil }
        return
            "UNIQUE (\(Names.list(outer + [column.name])))\(dice.maybe("deferrable", 30, " DEFERRABLE INITIALLY DEFERRED"))"
    }

    private static func exclusion(_ table: RelationFact, _ dice: inout Dice, _ draft: Draft) -> String? {
        guard table.form != .partitioned else { return nil }
        let ranges = table.columns.filter { $0.type.family == .range }
        let ordered = table.columns.filter { $0.type.isOrdered }
        let filter =
            dice.chance("partial", 30)
            ? Expressions.condition("exclusion", over: table.columns, &dice, draft).map { " WHERE (\($0))" } ?? "" : ""
        let timing = dice.maybe("exclusion deferrable", 20, " DEFERRABLE")
        if let range = dice.pick("range", ranges, by: \.name) {
            return "EXCLUDE USING gist (\(range.quoted) WITH &&)\(filter.isEmpty ? "" : filter)\(timing)"
        }
        guard let column = dice.pick("equal", ordered, by: \.name) else { return nil }
        return "EXCLUDE USING btree (\(column.quoted) WITH =)\(filter)\(timing)"
    }
}
