enum ColumnGrantWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        guard let relation = dice.pick("relation", draft.relations, by: \.quoted),
            let column = dice.pick("column", relation.columns, by: \.name)
        else { return }
        let privilege = relation.isTable ? dice.pick("privilege", "SELECT", "UPDATE", "REFERENCES") : "SELECT"
        let role = dice.pick("role", "plan_reader", "plan_writer", "PUBLIC")
        draft.add("GRANT \(privilege) (\(column.quoted)) ON \(relation.quoted) TO \(role)")
    }
}
