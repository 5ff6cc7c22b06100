/// Foreign keys between any two tables with columns that fit, cycles and references to itself included.
enum ForeignKeyWriter: Writer {
    private struct Fit {
        let table: RelationFact
        let columns: [ColumnFact]
        let target: RelationFact
        let key: [String]

        var label: String { "\(table.quoted) \(columns.map(\.name)) \(target.quoted) \(key)" }
    }

    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let fits = draft.tables.flatMap { table in
            draft.tables.flatMap { target in target.keys.compactMap { fit(table, target, $0) } }
        }
        guard let fit = dice.pick("fit", fits, by: \.label) else { return }
        let name = Names.quoted(Names.name("foreign", dice.gene.number))
        var sql =
            "ALTER TABLE \(fit.table.quoted) ADD CONSTRAINT \(name) FOREIGN KEY (\(Names.list(fit.columns.map(\.name))))"
        sql += " REFERENCES \(fit.target.quoted) (\(Names.list(fit.key)))"
        sql += dice.maybe("full", 10, " MATCH FULL")
        let isComputed = fit.columns.contains { $0.isGenerated }
        if !isComputed, dice.chance("on update", 25) {
            sql += " ON UPDATE \(dice.pick("update", "CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT"))"
        }
        if dice.chance("on delete", 35) {
            let actions = isComputed ? ["CASCADE", "RESTRICT"] : ["CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT"]
            let action = dice.pick("delete", actions) { $0 } ?? "CASCADE"
            sql += " ON DELETE \(action)"
            if action == "SET NULL", let first = fit.columns.first, dice.chance("only", 30) {
                sql += " (\(first.quoted))"
            }
        }
        if dice.chance("deferrable", 20) { sql += " DEFERRABLE" + dice.maybe("deferred", 50, " INITIALLY DEFERRED") }
        if fit.table.form != .partitioned, dice.chance("not valid", 12) { sql += " NOT VALID" }
        draft.add(sql)
        draft.add(Thing(comment: "CONSTRAINT \(name) ON \(fit.table.quoted)"))
    }

    private static func fit(_ table: RelationFact, _ target: RelationFact, _ key: [String]) -> Fit? {
        if target.isUnlogged, !table.isUnlogged { return nil }
        if table.root == target.root, table.path != target.path { return nil }
        if table.path == target.path, table.form == .partitioned { return nil }
        var columns: [ColumnFact] = []
        for name in key {
            guard let wanted = target.column(name), wanted.type.isBuiltIn || wanted.type.family != .other else {
                return nil
            }
            let found = table.columns.first { candidate in
                candidate.type.sql == wanted.type.sql && candidate.collation == wanted.collation
                    && !columns.contains { $0.name == candidate.name }
                    && (table.path != target.path || !key.contains(candidate.name))
            }
            guard let found else { return nil }
            columns.append(found)
        }
        return Fit(table: table, columns: columns, target: target, key: key)
    }
}
